import { useId } from 'react';
import { usePlot, useSelected } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { HANGING } from '../frame/FunctionFrame.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { useActivation } from './activationContext.ts';
import { barPath, stepPath } from '../geometry/histogramPath.ts';
import { barWidth } from '../geometry/margin.ts';
import { shareWithin } from '../../engine/math/shareOutside.ts';
import type { ValueLimit } from '../histogram/layerHistogramContext.ts';
import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import styles from '../frame/chart.module.css';

const SAMPLES = 240;

/** f and f′, the histogram below them, and the regions where f is flat. */
export function ActivationMarks() {
  const { f, df, lo, hi, histogram, limits, rem, words } = useActivation();
  const { plot, sx, sy, ticks } = usePlot();
  const selected = useSelected();
  const id = useId();
  const right = plot.x + plot.width;
  const foot = plot.y + plot.height;
  const bar = barWidth(rem);
  const hang = (plot.height * HANGING) / (1 + HANGING);
  const base = plot.y + plot.height - hang + rem * 0.4;
  const clamp = (y: number): number => Math.max(plot.y, Math.min(base, y));
  const sample = (g: (z: number) => number, i: number): Point | null => {
    const z = lo + (i * (hi - lo)) / SAMPLES;
    const y = sy(g(z));
    return y >= plot.y - 1 && y <= base + 1 ? [sx(z), y] : null;
  };
  const curve = (g: (z: number) => number): readonly (Point | null)[] =>
    Array.from({ length: SAMPLES + 1 }, (_, i) => {
      const point = sample(g, i);
      const before = sample(g, i - 1);
      // A discontinuity is drawn as a gap, not as a steep line.
      const jump = point && before ? Math.abs(point[1] - before[1]) > plot.height / 8 : false;
      return jump ? null : point;
    });
  const end = (g: (z: number) => number): number => clamp(sy(g(hi)));
  const at = selected !== null ? sx(selected) : undefined;
  return (
    <g>
      {limits
        .filter(({ value }) => value > lo && value < hi)
        .map((limit) => (
          <FlatEnd key={limit.value} limit={limit} base={base} />
        ))}
      <path
        className={styles['rule']}
        d={ticks.map((y) => `M${plot.x},${y}h${plot.width}`).join('')}
      />
      <path className={styles['reference']} d={`M${plot.x},${base}h${plot.width}`} />
      {histogram !== null && (
        <>
          <clipPath id={id}>
            <rect x={plot.x} y={base} width={plot.width} height={foot - base} />
          </clipPath>
          <path
            className={styles['area']}
            clipPath={`url(#${id})`}
            d={stepPath(histogram.counts, {
              left: sx(histogram.lo),
              right: sx(histogram.hi),
              base,
              height: base - foot + 2,
            })}
          />
          <path
            className={styles['share']}
            d={
              barPath(
                plot.x - bar - 2,
                bar,
                base,
                shareWithin(histogram, -Infinity, lo) * (base - foot),
              ) +
              barPath(right + 2, bar, base, shareWithin(histogram, hi, Infinity) * (base - foot))
            }
          />
        </>
      )}
      {at !== undefined && (
        <path className={styles['cursor']} d={`M${at},${plot.y}v${plot.height}`} />
      )}
      <path className={styles['slope']} d={linePath(curve(df))} />
      <path className={styles['function']} d={linePath(curve(f))} />
      <EndLabels
        rem={rem}
        labels={[
          { key: 1, text: words.f, y: end(f) },
          { key: 2, text: words.df, y: end(df) },
        ]}
      />
    </g>
  );
}

interface FlatEndProps {
  readonly limit: ValueLimit;
  readonly base: number;
}

/** The region beyond a limit, where f is flat, and the share of the units in it. */
function FlatEnd({ limit: { value, label }, base }: FlatEndProps) {
  const { lo, hi, histogram, rem, words } = useActivation();
  const { plot, sx } = usePlot();
  const x = sx(value);
  const low = value < (lo + hi) / 2;
  const [left, right] = low ? [plot.x, x] : [x, plot.x + plot.width];
  const share =
    histogram === null
      ? 0
      : low
        ? shareWithin(histogram, -Infinity, value)
        : shareWithin(histogram, value, Infinity);
  return (
    <g>
      <rect
        className={styles['flat']}
        data-mark={low ? 'flat-low' : 'flat-high'}
        x={left}
        y={plot.y}
        // While the axis changes, Recharts may pass the scale of the previous render: the width can be negative.
        width={Math.max(0, right - left)}
        height={plot.height}
      />
      <text className={styles['sideLabel']} x={x} y={plot.y - rem * 0.4} textAnchor="middle">
        {label}
      </text>
      {share > 0 && right - left > rem * 4 && (
        <text
          className={styles['flatShare']}
          x={(left + right) / 2}
          y={plot.y + (base - plot.y) * 0.34}
        >
          {words.flat(share)}
        </text>
      )}
    </g>
  );
}

/** Tooltip: z, f(z) and f′(z). */
export function ActivationTip({ at: z }: { readonly at: number }) {
  const { f, df, format, words } = useActivation();
  const title = (
    <>
      {words.z} = <HtmlNumber text={format.number(z)} />
    </>
  );
  const rows = [
    { key: 1, name: words.f, cells: [<HtmlNumber key="f" text={format.number(f(z))} />] },
    { key: 2, name: words.df, cells: [<HtmlNumber key="df" text={format.number(df(z))} />] },
  ];
  return <ChartTip title={title} heads={['']} rows={rows} />;
}
