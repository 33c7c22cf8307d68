import { memo } from 'react';
import type { Summary } from '../../engine/types.ts';
import { barPath, nonZeroCounts, stepPath, zeroCount } from '../geometry/histogramPath.ts';
import { LayerNote } from './LayerNote.tsx';
import { ownRange } from './ownRange.ts';
import { hatchId, spokenId, useRows, useStrip } from './stripContext.ts';
import { barWidth } from '../geometry/margin.ts';
import { StripEndMark } from './StripEndMark.tsx';
import type { StripEnd } from './stripEnd.ts';
import styles from './strip.module.css';

export interface HistogramLayerProps {
  readonly layer: number;
  readonly summary: Summary;
  /** An earlier result of this layer, drawn as an outline where all layers share one scale. */
  readonly before?: Summary | null;
  /** One sentence about this layer, read by a screen reader when its row gets the focus. */
  readonly spoken: string;
  /** Only for the last layer: where the lane ran out of numbers. */
  readonly end?: StripEnd | null;
}

/** One row of a HistogramStrip; the only part that depends on counts. */
export const HistogramLayer = memo(function HistogramLayer(props: HistogramLayerProps) {
  const { layer, summary, spoken, before = null, end = null } = props;
  const { id, rem, scale } = useStrip();
  const { left, right, x: sx, bottom, pitch } = useRows();
  const base = bottom(layer) - Math.min(1, pitch * 0.08);
  const height = pitch - Math.max(1, pitch * 0.14);
  const own = scale === 'own' ? ownRange(summary) : null;
  const histogram = own === null ? summary.shared : summary.own;
  const span = own === null ? 1 : own.hi - own.lo;
  const x = (value: number): number =>
    own === null ? sx(value) : left + ((value - own.lo) / span) * (right - left);

  const hatch = `url(#${hatchId(id)})`;
  const bar = barWidth(rem);
  const finite = Math.max(1, summary.finite);
  const nonFinite = 1 - summary.finite / Math.max(1, summary.count);
  const constant = summary.finite > 0 && summary.min === summary.max && summary.zero === 0;
  const above = own === null ? histogram.above / finite : 0;
  const below = own === null ? histogram.below / finite : 0;

  const steps = { left: x(histogram.lo), right: x(histogram.hi), base, height };
  const area = constant ? '' : stepPath(nonZeroCounts(histogram, zeroCount(summary)), steps);
  const inside = above + below < 1;
  const past =
    before === null || own !== null
      ? ''
      : stepPath(nonZeroCounts(before.shared, zeroCount(before)), {
          left: x(before.shared.lo),
          right: x(before.shared.hi),
          base,
          height,
        });
  const solid =
    barPath(x(0) - bar / 2, bar, base, summary.zero * height) +
    barPath(right + 2, bar, base, above * height) +
    barPath(left - 2 - bar, bar, base, below * height) +
    (constant && inside ? barPath(x(summary.min) - 1, 2, base, height) : '');
  return (
    <g>
      <desc id={spokenId(id, layer)}>{spoken}</desc>
      {area !== '' && <path className={styles[pitch < rem * 0.75 ? 'mass' : 'area']} d={area} />}
      {past !== '' && <path className={styles['before']} d={past} data-mark="before" />}
      {solid !== '' && <path className={styles['solid']} d={solid} />}
      {constant && inside && (
        <circle className={styles['solid']} cx={x(summary.min)} cy={base - height + 2} r={2.5} />
      )}
      {nonFinite > 0 && summary.finite > 0 && (
        <path
          className={styles['hatch']}
          fill={hatch}
          d={barPath(right + 2 + (above > 0 ? bar + 1 : 0), bar, base, nonFinite * height)}
        />
      )}
      {summary.finite === 0 && (
        <rect
          className={styles['hatch']}
          data-whole
          fill={hatch}
          x={left}
          y={base - height}
          width={right - left}
          height={height}
        />
      )}
      {end !== null && <StripEndMark end={end} />}
      <LayerNote
        layer={layer}
        summary={summary}
        own={own}
        middle={base - height / 2}
        shares={{ above, below, nonFinite }}
      />
    </g>
  );
});
