import type { ScaleFunction } from 'recharts';
import { dotPath, linePath, pointText } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { spreadPosition } from './spread.ts';
import type { SpreadData, SpreadLane } from './spread.ts';
import styles from '../frame/chart.module.css';

interface SpreadLineProps {
  readonly lane: SpreadLane;
  readonly data: SpreadData;
  readonly sx: ScaleFunction;
  readonly sy: ScaleFunction;
}

/** Px: as large as the layers leave room. */
export const dotRadius = (layers: number, rem: number): number =>
  rem * Math.max(0.1, Math.min(0.22, 4 / layers));

/** One lane: seed band, theory line, measured dots; exact zeros are hollow. */
export function SpreadLine({ lane, data, sx, sy }: SpreadLineProps) {
  const place = (value: number | null | undefined, i: number): Point | null => {
    const decade = spreadPosition(value, data);
    const x = sx(i + 1);
    const y = decade === null ? undefined : sy(decade);
    return x === undefined || y === undefined ? null : [x, y];
  };
  const { seedBand } = lane;
  const measured = lane.measured.slice(0, data.layers);
  const dots = measured.map(place);
  const zeros = dots.map((point, i) => (measured[i] === 0 ? point : null));
  const radius = dotRadius(data.layers, data.rem);
  const low = seedBand?.low.map(place).filter((point) => point !== null) ?? [];
  const high = seedBand?.high.map(place).filter((point) => point !== null) ?? [];
  const line = (lane.theory?.slice(0, data.layers) ?? measured).map(place);
  return (
    <g
      data-of-lane={lane.lane}
      data-tone={lane.tone}
      data-dash={lane.dash}
      data-stale={lane.stale}
      className={styles['lane']}
    >
      {high.length > 1 && (
        <path
          className={styles['seedBand']}
          d={`M${[...high, ...low.toReversed()].map(pointText).join('L')}Z`}
        />
      )}
      {seedBand !== null && (
        <path className={styles['median']} d={linePath(seedBand.median.map(place))} />
      )}
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
