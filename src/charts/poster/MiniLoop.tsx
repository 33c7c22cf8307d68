import { arrowHead } from '../geometry/arrowHead.ts';
import { clipBackward, clipLine } from '../geometry/clipLine.ts';
import type { LinePlace } from '../geometry/clipLine.ts';
import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { infinityRow, logPlace, zeroRow } from '../geometry/logRows.ts';
import { hairpin, loopRows } from '../loop/loop.ts';
import styles from './poster.module.css';

interface MiniLoopProps {
  readonly forward: readonly number[];
  readonly backward: readonly number[];
  readonly left: number;
  /** Right end of the layers; the turn is to the right of it. */
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

/** The same decades for every cell, so that they can be compared. */
const ROWS = loopRows({ lo: -6, hi: 3 });

/** The loop chart without its axes: forward above, back below, a rule at 1. */
export function MiniLoop({ forward, backward, left, right, top, height }: MiniLoopProps) {
  const { lo, hi, shift, floor, ceiling } = ROWS;
  const layers = Math.max(forward.length, backward.length);
  const x = (index: number): number => left + (index / Math.max(1, layers - 1)) * (right - left);
  const y = (decade: number): number => top + ((ceiling - decade) / (ceiling - floor)) * height;
  const band = (values: readonly number[], by: number, clip: typeof clipLine) => {
    const pixel = ({ index, value }: LinePlace): Point => [x(index), y(value + by)];
    const row = (what: number, place: number): readonly (Point | null)[] =>
      values.map((value, index) => (value === what ? pixel({ index, value: place }) : null));
    const { parts, exits } = clip(
      values.map((value) => (value > 0 && value < Infinity ? Math.log10(value) : null)),
      lo,
      hi,
    );
    const end = logPlace(values.at(-1), ROWS);
    return {
      line:
        parts.map((part) => linePath(part.map(pixel))).join('') +
        linePath(row(0, zeroRow(ROWS))) +
        linePath(row(Infinity, infinityRow(ROWS))),
      exits: exits.map((exit) => arrowHead(pixel(exit.from), pixel(exit), 1.6)).join(''),
      // The point where the line turns, if it has not left the plot.
      end:
        end === null || end < zeroRow(ROWS) || end > infinityRow(ROWS)
          ? null
          : pixel({ index: layers - 1, value: end }),
    };
  };
  const [there, back] = [band(forward, 0, clipLine), band(backward, shift, clipBackward)];
  return (
    <g>
      <path
        className={styles['axis']}
        d={`M${left},${y(0)}H${right}M${left},${y(shift)}H${right}`}
      />
      {there.end !== null && back.end !== null && (
        <path className={styles['turn']} d={hairpin(there.end, back.end, right + 3)} />
      )}
      <path className={styles['line']} d={there.line + back.line} />
      <path className={styles['head']} d={there.exits + back.exits} />
    </g>
  );
}
