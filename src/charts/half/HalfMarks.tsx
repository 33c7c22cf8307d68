import { useId } from 'react';
import { usePlot } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { stepPath } from '../geometry/histogramPath.ts';
import { hatchPath } from '../geometry/hatchPath.ts';
import { binAt } from '../histogram/BinTip.tsx';
import { useHalf } from './halfContext.ts';
import styles from './half.module.css';

/** The histogram of the pre-activations in two parts: what ReLU sets to zero (hatched), and what it passes on. */
export function HalfMarks() {
  const { histogram, rem, words } = useHalf();
  const id = useId();
  const { plot, sx } = usePlot();
  const { lo, hi } = histogram;
  const [zero, left, right] = [sx(0), sx(lo), sx(hi)];
  const base = plot.y + plot.height;
  const d = stepPath(histogram.counts, { left, right, base, height: plot.height * 0.96 });
  const halves = [
    { side: 'dropped', x: plot.x, end: zero },
    { side: 'kept', x: zero, end: plot.x + plot.width },
  ] as const;
  return (
    <g>
      <defs>
        {halves.map(({ side, x, end }) => (
          <clipPath key={side} id={`${id}-${side}`}>
            <rect x={x} y={plot.y} width={Math.max(0, end - x)} height={plot.height} />
          </clipPath>
        ))}
        <clipPath id={`${id}-under`}>
          <path d={`${d}V${base}Z`} />
        </clipPath>
      </defs>
      <g clipPath={`url(#${id}-dropped)`}>
        <path
          className={styles['hatch']}
          clipPath={`url(#${id}-under)`}
          d={hatchPath(plot.x, plot.y, zero - plot.x, plot.height, rem * 0.5)}
        />
        <path className={styles['dropped']} data-mark="dropped" d={d} />
      </g>
      <g clipPath={`url(#${id}-kept)`}>
        <path className={styles['kept']} data-mark="kept" d={d} />
      </g>
      <path className={styles['axis']} d={`M${plot.x},${base}H${plot.x + plot.width}`} />
      <path className={styles['zero']} d={`M${zero},${plot.y}V${base}`} />
      {halves.map(({ side, x, end }) => (
        <text
          key={side}
          className={styles['word']}
          data-side={side}
          x={side === 'dropped' ? x + (end - x) * 0.04 : end - (end - x) * 0.04}
          y={plot.y + rem * 1.3}
        >
          {inOwnDirection(words[side])}
        </text>
      ))}
    </g>
  );
}

/** Tooltip: the range of the bin, and its share. */
export function HalfTip({ at }: { readonly at: number }) {
  const { histogram, finite, format, words } = useHalf();
  const { lo, hi, counts } = histogram;
  const bin = binAt(at, lo, hi, counts.length);
  const edge = (i: number) => format.number(lo + (i * (hi - lo)) / counts.length);
  return (
    <ChartTip
      title={
        <>
          <HtmlNumber text={edge(bin)} /> … <HtmlNumber text={edge(bin + 1)} />
        </>
      }
      heads={[words.bin]}
      rows={[
        {
          key: 1,
          name: words.share,
          cells: [format.percent((counts[bin] ?? 0) / Math.max(1, finite))],
        },
      ]}
    />
  );
}
