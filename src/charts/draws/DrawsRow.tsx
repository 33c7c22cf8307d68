import { DRAWS_ROW, useDraws } from './drawsContext.ts';
import type { DrawsLane } from './drawsContext.ts';
import { stepPath } from '../geometry/histogramPath.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { lookData } from '../types.ts';
import styles from './draws.module.css';
import layers from '../frame/chart.module.css';

interface DrawsRowProps {
  readonly lane: DrawsLane;
  readonly top: number;
  readonly bottom: number;
  readonly x: (weight: number) => number;
  /** Prefix of the clip paths' ids: `-in` is the interval, `-out` the outside, `-all` both. */
  readonly clips: string;
}

const SAMPLES = 200;

/** The highest count, and the density converted to counts at each sample. */
function heights({ histogram, density }: DrawsLane, reach: number) {
  if (histogram === null) return { peak: 0, top: 0, curve: [] };
  const { lo, hi, counts, below, above } = histogram;
  const all = counts.reduce((sum, count) => sum + count, below + above);
  const bin = ((hi - lo) / counts.length) * all;
  const peak = Math.max(0, ...counts);
  const curve = Array.from({ length: density === null ? 0 : SAMPLES + 1 }, (_, i) => {
    const weight = -reach + (2 * reach * i) / SAMPLES;
    return { weight, count: (density?.(weight) ?? 0) * bin };
  });
  return { peak, top: Math.max(peak, ...curve.map(({ count }) => count)), curve };
}

/** One lane: its words, the histogram of its weights, and the density they are drawn from. */
export function DrawsRow({ lane, top, bottom, x, clips }: DrawsRowProps) {
  const { reach, rem, roomy } = useDraws();
  const { histogram } = lane;
  const { peak, top: highest, curve } = heights(lane, reach);
  const height = rem * (DRAWS_ROW.plot - 0.7);
  const base = bottom - rem * 0.4;
  const [left, right] = [x(-reach), x(reach)];
  const line = top + rem * 1.2;
  const d =
    histogram === null || highest === 0
      ? ''
      : stepPath(histogram.counts, {
          left: x(histogram.lo),
          right: x(histogram.hi),
          base,
          height: (height * peak) / highest,
        });
  const points = curve.map(({ weight, count }): Point | null =>
    count > 0 ? [x(weight), base - (height * count) / highest] : null,
  );
  return (
    <g {...lookData(lane)} className={styles['row']} data-stale={lane.stale}>
      <path className={styles['inside']} d={d} clipPath={`url(#${clips}-in)`} />
      <path className={styles['outside']} d={d} clipPath={`url(#${clips}-out)`} />
      <path className={styles['outline']} d={d} clipPath={`url(#${clips}-all)`} />
      <path className={styles['density']} d={linePath(points)} />
      <path className={layers['reference']} d={`M${left},${base}H${right}`} />
      <text className={styles['name']} x={left} y={line}>
        {inOwnDirection(lane.name)}
      </text>
      <text
        className={styles['readout']}
        x={roomy ? right : left}
        y={roomy ? line : line + rem * 1.25}
        textAnchor={roomy ? 'end' : 'start'}
      >
        {lane.readout}
      </text>
    </g>
  );
}
