import type { ScaleFunction } from 'recharts';
import { spreadPosition } from './spread.ts';
import type { SpreadData, SpreadLane } from './spread.ts';
import styles from './layers.module.css';

interface SpreadLineProps {
  readonly lane: SpreadLane;
  readonly data: SpreadData;
  readonly sx: ScaleFunction;
  readonly sy: ScaleFunction;
}

type Point = readonly [x: number, y: number];

const fixed = (px: number): string => String(Math.round(px * 10) / 10);
const at = ([x, y]: Point): string => `${fixed(x)},${fixed(y)}`;

/** A line through the points, broken where one is missing. */
export function linePath(points: readonly (Point | null)[]): string {
  return points
    .map((point, i) => (point === null ? '' : `${points[i - 1] ? 'L' : 'M'}${at(point)}`))
    .join('');
}

/** Zero-length strokes: with round caps, one path is all the dots of a lane. */
const dotPath = (points: readonly (Point | null)[]): string =>
  points.map((point) => (point === null ? '' : `M${at(point)}h0`)).join('');

/** One lane: fan, theory line, measured dots. */
export function SpreadLine({ lane, data, sx, sy }: SpreadLineProps) {
  const place = (value: number | null | undefined, i: number): Point | null => {
    const decade = spreadPosition(value, data);
    const x = sx(i + 1);
    const y = decade === null ? undefined : sy(decade);
    return x === undefined || y === undefined ? null : [x, y];
  };
  const measured = lane.measured.slice(0, data.layers);
  const dots = measured.map(place);
  const zeros = dots.map((point, i) => (measured[i] === 0 ? point : null));
  const radius = data.rem * Math.max(0.1, Math.min(0.22, 3 / data.layers));
  const fan = lane.fan;
  const low = fan?.low.map(place).filter((point) => point !== null) ?? [];
  const high = fan?.high.map(place).filter((point) => point !== null) ?? [];
  const line = (lane.theory?.slice(0, data.layers) ?? measured).map(place);
  return (
    <g
      data-tone={lane.tone}
      data-dash={lane.dash}
      data-stale={lane.stale}
      className={styles['lane']}
    >
      {high.length > 1 && (
        <path
          className={styles['fan']}
          d={`M${[...high, ...low.toReversed()].map(at).join('L')}Z`}
        />
      )}
      {fan !== null && <path className={styles['median']} d={linePath(fan.median.map(place))} />}
      <path className={styles['line']} d={linePath(line)} />
      <path className={styles['dots']} d={dotPath(dots)} strokeWidth={radius * 2} />
      <path
        className={styles['holes']}
        d={dotPath(zeros)}
        strokeWidth={Math.max(0, radius * 2 - 3)}
      />
    </g>
  );
}
