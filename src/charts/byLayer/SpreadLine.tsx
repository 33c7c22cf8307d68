import type { LinearScale } from '../frame/plot.ts';
import { arrowHead } from '../geometry/arrowHead.ts';
import { clipBackward, clipLine } from '../geometry/clipLine.ts';
import type { LinePlace } from '../geometry/clipLine.ts';
import { isOnAxis, logPlace } from '../geometry/logRows.ts';
import { dotPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { SeedBandPaths } from './SeedBandPaths.tsx';
import type { SpreadData, SpreadLane } from './spread.ts';
import styles from '../frame/chart.module.css';
import { lookData } from '../types.ts';

interface SpreadLineProps {
  readonly lane: SpreadLane;
  readonly data: SpreadData;
  readonly sx: LinearScale;
  readonly sy: LinearScale;
}

type Values = readonly (number | null | undefined)[];

/** Radius of a dot in px: smaller where there are many layers or lanes. */
export const dotRadius = (layers: number, lanes: number, rem: number): number =>
  rem * Math.max(0.1, Math.min(lanes > 3 || layers > 15 ? 0.18 : 0.22, 4 / layers));

/** Length of an arrowhead, in rem. */
const HEAD = 0.6;

/** One lane: seed band, line and measured dots. Exact zeros are hollow, and no line connects to them. */
export function SpreadLine({ lane, data, sx, sy }: SpreadLineProps) {
  const { layers, lo, hi, rem, direction } = data;
  const { seedBand, theory } = lane;
  const radius = dotRadius(layers, data.lanes.length, rem);
  const pixel = ({ index, value }: LinePlace): Point => [sx(index + 1), sy(value)];
  const place = (value: number | null | undefined, index: number): Point | null => {
    const decade = logPlace(value, data);
    return decade === null ? null : pixel({ index, value: decade });
  };
  const measured = lane.measured.slice(0, layers);
  const inside = (value: number | null): boolean =>
    value === 0 ||
    value === Infinity ||
    Math.abs(Math.log10(value ?? 0) - (lo + hi) / 2) <= (hi - lo) / 2;
  const dots = measured.map((value, i) => (inside(value) ? place(value, i) : null));
  /** Values measured beyond a fixed axis: arrowheads at the edge. */
  const beyondAxis = measured.flatMap((value, index) => {
    if (value === null || Number.isNaN(value) || inside(value)) return [];
    const [from, edge] = value > 1 ? [lo, hi] : [hi, lo];
    return arrowHead(pixel({ index, value: from }), pixel({ index, value: edge }), radius * 2);
  });
  const zeros = dots.map((point, i) => (measured[i] === 0 ? point : null));
  const band = (values: Values): readonly (Point | null)[] =>
    values.map((value, index) =>
      value == null || !isOnAxis(value)
        ? null
        : pixel({ index, value: Math.max(lo, Math.min(hi, Math.log10(value))) }),
    );

  const line = theory?.slice(0, layers) ?? measured;
  // A line of theory runs towards its infinite values; a measured infinity is only a dot.
  const clip = direction === 'backward' ? clipBackward : clipLine;
  const { parts, exits } = clip(
    line.map((value) => {
      if (value === null || value === 0) return null;
      return value === Infinity && theory === null ? null : Math.log10(value);
    }),
    lo,
    hi,
  );
  /** A path along the row for 0 or ∞, through neighbouring layers that all have this value. */
  const along = (what: number): string =>
    linePath(line.map((value, i) => (value === what ? place(value, i) : null)));
  const head = rem * HEAD;
  const first = parts[0]?.[0]?.index === 0 ? parts[0] : undefined;
  const goal = first?.map(pixel) ?? (line[0] === 0 ? [place(0, 0), place(0, 1)] : []);
  const [to = null, from = null] = goal;
  return (
    <g
      data-of-lane={lane.lane}
      {...lookData(lane)}
      data-stale={lane.stale}
      className={styles['lane']}
    >
      {seedBand !== null && <SeedBandPaths seedBand={seedBand} points={band} />}
      <path
        className={styles[theory === null ? 'joined' : 'line']}
        d={
          parts.map((part) => linePath(part.map(pixel))).join('') +
          along(0) +
          (theory === null ? along(Infinity) : '')
        }
      />
      {exits.length + beyondAxis.length > 0 && (
        <path
          className={styles['arrow']}
          data-mark="exit"
          d={
            exits.map((exit) => arrowHead(pixel(exit.from), pixel(exit), head)).join('') +
            beyondAxis.join('')
          }
        />
      )}
      {direction === 'backward' && to !== null && from !== null && (
        <path
          className={styles['arrow']}
          data-mark="goal"
          d={arrowHead(from, beyond(from, to, radius + head), head)}
        />
      )}
      <path className={styles['dots']} d={dotPath(dots)} strokeWidth={radius * 2} />
      {zeros.some((point) => point !== null) && (
        <path
          className={styles['holes']}
          d={dotPath(zeros)}
          strokeWidth={Math.max(0, radius * 2 - 3)}
        />
      )}
    </g>
  );
}

/** The point `px` px beyond `to`, on the line from `from`. */
function beyond(from: Point, to: Point, px: number): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const part = px / (Math.hypot(dx, dy) || 1);
  return [to[0] + dx * part, to[1] + dy * part];
}
