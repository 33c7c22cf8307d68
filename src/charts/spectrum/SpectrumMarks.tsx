import { usePlot, useSelected } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { HtmlNumber, SvgNumber } from '../frame/PrintedNumber.tsx';
import { stepPath } from '../geometry/histogramPath.ts';
import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { stripTicks } from '../geometry/ticks.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { binAt } from '../histogram/BinTip.tsx';
import { useSpectrumData } from './spectrumContext.ts';
import layers from '../frame/chart.module.css';
import styles from './spectrum.module.css';

const SAMPLES = 160;

/** How many values the law predicts for a bin, by the density at its centre. */
const expectedIn = (density: (value: number) => number, from: number, to: number): number =>
  density((from + to) / 2) * (to - from);

export function SpectrumMarks() {
  const { bins, law, rem, format, words } = useSpectrumData();
  const { histogram, end, shown, beyond } = bins;
  const { plot, sx } = usePlot();
  const selected = useSelected();
  const x = (value: number): number => sx(value);
  const base = plot.y + plot.height;
  const { counts } = histogram;
  const width = end / counts.length;
  const curve = Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const value = (i / SAMPLES) * Math.min(end, law.edge);
    return { value, count: law.density(value) * width };
  });
  const peak = Math.max(1, ...counts);
  const full = Math.max(peak, ...curve.map(({ count }) => count)) * 1.05;
  const y = (count: number): number => base - (Math.min(full, count) / full) * plot.height;
  const bin = selected !== null ? binAt(selected, 0, end, counts.length) : null;
  // Every stem is one value, on the same axis as the bins.
  const top = y(1);
  const edge = x(law.edge);
  return (
    <g>
      {bin !== null && (
        <rect
          className={layers['band']}
          x={x(bin * width)}
          y={plot.y}
          width={x(width) - x(0)}
          height={plot.height}
        />
      )}
      {stripTicks(0, full)
        .rules.filter((count) => count > 0 && Number.isInteger(count))
        .map((count) => (
          <g key={count}>
            <path className={layers['rule']} d={`M${plot.x},${y(count)}h${plot.width}`} />
            <text className={layers['yTick']} x={plot.x - rem * 0.5} y={y(count)} dy="0.36em">
              <SvgNumber text={format.number(count)} />
            </text>
          </g>
        ))}
      <path className={layers['reference']} d={`M${plot.x},${base}h${plot.width}`} />
      <path
        className={layers['area']}
        d={stepPath(counts, {
          left: plot.x,
          right: plot.x + plot.width,
          base,
          height: (Math.max(...counts) / full) * plot.height,
        })}
      />
      <path
        className={layers['curve']}
        d={linePath(curve.map(({ value, count }): Point => [x(value), y(count)]))}
      />
      <path className={styles['edge']} d={`M${edge},${base}V${plot.y - rem * 0.6}`} />
      <text className={layers['curveLabel']} x={edge} y={plot.y - rem * 0.95} textAnchor="middle">
        {words.edge}
      </text>
      {shown.map((value) => (
        <g key={value}>
          <path className={styles['stem']} d={`M${x(value)},${base}V${top}`} />
          <circle className={styles['dot']} cx={x(value)} cy={top} r={rem * 0.26} />
        </g>
      ))}
      {beyond > 0 && (
        <text
          className={layers['curveLabel']}
          x={plot.x + plot.width}
          y={top - rem * 0.8}
          textAnchor="end"
        >
          {`${inOwnDirection(words.beyond(beyond))} →`}
        </text>
      )}
    </g>
  );
}

/** Tooltip: how many singular values are in a bin, and how many chance would put there. */
export function SpectrumTip({ at }: { readonly at: number }) {
  const { bins, law, format, words } = useSpectrumData();
  const { histogram, end, shown } = bins;
  const { counts } = histogram;
  const bin = binAt(at, 0, end, counts.length);
  const [from, to] = [(bin * end) / counts.length, ((bin + 1) * end) / counts.length];
  const outside = shown.filter((value) => value >= from && value < to).length;
  return (
    <ChartTip
      title={
        <>
          <HtmlNumber text={format.number(from)} /> … <HtmlNumber text={format.number(to)} />
        </>
      }
      heads={[words.bin]}
      rows={[
        { key: 1, name: words.count, cells: [format.integer((counts[bin] ?? 0) + outside)] },
        {
          key: 2,
          name: words.expected,
          cells: [<HtmlNumber key="law" text={format.number(expectedIn(law.density, from, to))} />],
        },
      ]}
    />
  );
}
