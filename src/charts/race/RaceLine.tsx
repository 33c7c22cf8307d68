import { usePlot } from '../frame/plot.ts';
import { arrowHead } from '../geometry/arrowHead.ts';
import { clipLine } from '../geometry/clipLine.ts';
import type { LinePlace } from '../geometry/clipLine.ts';
import { zeroRow } from '../geometry/logRows.ts';
import { areaPath, dotPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { endOf, lastIndex, placeOf, stripOf, useRace, valueAt } from './raceContext.ts';
import type { RaceLane } from './raceContext.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import styles from '../frame/chart.module.css';
import { lookData } from '../types.ts';

/** One lane's curve: clipped where it leaves the plot, on a separate row where it is exactly 0. */
export function RaceLine({ lane }: { readonly lane: RaceLane }) {
  const { y, rem } = useRace();
  const { sx, sy } = usePlot();
  const { lo, hi } = y;
  const floor = zeroRow({ lo, hi, strip: stripOf(y) });
  const count = lastIndex(lane) + 1;
  const values = lane.values.slice(0, count);
  const stepAt = (index: number): number => {
    const [a, b] = [lane.steps[Math.floor(index)] ?? 0, lane.steps[Math.ceil(index)] ?? 0];
    return a + (index % 1) * (b - a);
  };
  const pixel = ({ index, value }: LinePlace): Point => [sx(stepAt(index)), sy(value)];
  const { parts, exits } = clipLine(
    values.map((value) => placeOf(value, y)),
    lo,
    hi,
  );
  const isZero = (value: number | undefined): boolean => y.kind === 'log' && value === 0;
  const zeros = values.map((value, index) =>
    isZero(value) ? pixel({ index, value: floor }) : null,
  );
  /** The first and last point of each run of zeros. */
  const ends = zeros.filter((_, i) => isZero(values[i - 1]) !== isZero(values[i + 1]));
  const edge = (band: readonly number[]): readonly (Point | null)[] =>
    band.slice(0, count).map((value, index) => {
      const at = placeOf(value, y);
      return at === null ? null : pixel({ index, value: Math.max(lo, Math.min(hi, at)) });
    });
  const learned = lane.learnedAt === null ? null : placeOf(valueAt(lane, lane.learnedAt) ?? NaN, y);
  const end = endOf(lane, y);
  const arm = rem * 0.3;
  const [endX, endY] = [sx(lane.steps[count - 1] ?? 0), sy(end ?? 0)];
  return (
    <g
      data-of-lane={lane.lane}
      {...lookData(lane)}
      data-stale={lane.stale}
      className={styles['lane']}
    >
      {lane.band !== undefined && (
        <path
          className={styles['seedBand']}
          d={areaPath(edge(lane.band.low), edge(lane.band.high))}
        />
      )}
      <path
        className={styles['line']}
        d={parts.map((part) => linePath(part.map(pixel))).join('') + linePath(zeros)}
      />
      <path
        className={styles['arrow']}
        data-mark="exit"
        d={exits.map((exit) => arrowHead(pixel(exit.from), pixel(exit), rem * 0.6)).join('')}
      />
      <path className={styles['dots']} d={dotPath(ends)} strokeWidth={rem * 0.42} />
      <path className={styles['holes']} d={dotPath(ends)} strokeWidth={rem * 0.42 - 3} />
      {learned !== null && lane.learnedAt !== null && (
        <circle
          className={styles['learned']}
          cx={sx(lane.learnedAt)}
          cy={sy(Math.max(lo, Math.min(hi, learned)))}
          r={rem * 0.3}
        />
      )}
      {lane.diverged && end !== null && (
        <>
          <path
            className={styles['cross']}
            d={`M${endX - arm},${endY - arm}l${arm * 2},${arm * 2}m0,${-arm * 2}l${-arm * 2},${arm * 2}`}
          />
          <text className={styles['endLabel']} x={endX + rem * 0.6} y={endY} dy="0.36em">
            {inOwnDirection(lane.name)}
          </text>
        </>
      )}
    </g>
  );
}
