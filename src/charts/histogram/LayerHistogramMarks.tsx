import { usePlot, useSelected } from '../frame/plot.ts';
import { binAt } from './BinTip.tsx';
import { EdgeNotes } from './EdgeNotes.tsx';
import { QuantileRows } from './QuantileRows.tsx';
import { ReferencePath } from './ReferencePath.tsx';
import { nonZeroCounts, stepPath, zeroCount } from '../geometry/histogramPath.ts';
import { useLayerHistogram } from './layerHistogramContext.ts';
import { COLUMN, ShareColumn } from './ShareColumn.tsx';
import { stripTicks } from '../geometry/ticks.ts';
import styles from '../frame/chart.module.css';

/** The parts of a LayerHistogram that depend on values. */
export function LayerHistogramMarks() {
  const { summary, histogram, lo, hi, rem, format, limits, interval, reference } =
    useLayerHistogram();
  const { plot, sx } = usePlot();
  const selected = useSelected();
  const x = (value: number): number => sx(Math.max(lo, Math.min(hi, value)));
  const base = plot.y + plot.height;
  const right = plot.x + plot.width;
  const bins = histogram.counts.length;
  const finite = Math.max(1, summary.finite);
  const counts = nonZeroCounts(histogram, zeroCount(summary));
  const peak = Math.max(0, ...counts) / finite;
  const binWidth = (hi - lo) / bins;
  const highest = reference === null ? 0 : referencePeak(reference.density, lo, hi) * binWidth;
  const full = Math.max(peak, highest) * 1.04;
  const shareTicks = full > 0 ? stripTicks(0, full).rules : [];
  const y = (share: number): number => base - (share / full) * plot.height;
  const shares = {
    zero: summary.zero,
    below: histogram.below / finite,
    above: histogram.above / finite,
    nonFinite: 1 - summary.finite / Math.max(1, summary.count),
  };
  const bin = selected !== null ? binAt(selected, lo, hi, bins) : null;
  return (
    <g>
      {interval !== null && (
        <rect
          className={styles['interval']}
          x={x(interval.lo)}
          y={plot.y}
          width={x(interval.hi) - x(interval.lo)}
          height={plot.height}
        />
      )}
      {bin !== null && (
        <rect
          className={styles['band']}
          x={plot.x + (bin * plot.width) / bins}
          y={plot.y}
          width={plot.width / bins}
          height={plot.height}
        />
      )}
      {shareTicks.map((share) => (
        <g key={share}>
          <path className={styles['rule']} d={`M${plot.x},${y(share)}h${plot.width}`} />
          <text className={styles['yTick']} x={plot.x - rem * 0.5} y={y(share)} dy="0.36em">
            {format.percent(share)}
          </text>
        </g>
      ))}
      <path
        className={styles['area']}
        d={stepPath(counts, {
          left: x(histogram.lo),
          right: x(histogram.hi),
          base,
          height: full > 0 ? (peak / full) * plot.height : 0,
        })}
      />
      <ShareColumn
        x={plot.x - rem * COLUMN.left}
        top={plot.y}
        foot={base}
        width={rem * COLUMN.width}
        shares={[{ mark: 'zero', share: shares.zero }]}
      />
      <ShareColumn
        x={right + rem * COLUMN.right}
        top={plot.y}
        foot={base}
        width={rem * COLUMN.width}
        shares={[
          { mark: 'below', share: shares.below },
          { mark: 'above', share: shares.above },
          { mark: 'nonFinite', share: shares.nonFinite },
        ]}
      />
      <path className={styles['reference']} d={`M${plot.x},${base}h${plot.width}`} />
      <path
        className={styles['limit']}
        d={limits
          .filter(({ value }) => value >= lo && value <= hi)
          .map(({ value }) => `M${x(value)},${plot.y - rem * 1.4}V${base}`)
          .join('')}
      />
      {reference !== null && full > 0 && <ReferencePath full={full} binWidth={binWidth} />}
      <EdgeNotes shares={shares} />
      <QuantileRows />
    </g>
  );
}

/** The highest of 65 samples of the density. */
function referencePeak(density: (value: number) => number, lo: number, hi: number): number {
  const samples = Array.from({ length: 65 }, (_, i) => density(lo + ((hi - lo) * i) / 64));
  return Math.max(0, ...samples.filter(Number.isFinite));
}
