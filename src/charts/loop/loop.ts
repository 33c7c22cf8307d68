/** Two bands of the same decades in one plot: the forward pass above, the backward pass below. */
import { STRIP } from '../geometry/logRows.ts';
import type { DecadeDomain } from '../geometry/decades.ts';
import type { Point } from '../geometry/points.ts';
import { pointText } from '../geometry/points.ts';

/** Layout in decades of the upper band; the lower band is moved down by `shift`. */
export interface LoopRows extends DecadeDomain {
  readonly strip: number;
  /** Offset of the values of the lower band; negative. */
  readonly shift: number;
  /** Ends of the whole axis. */
  readonly floor: number;
  readonly ceiling: number;
}

/** Gap between the bands, as a fraction of one band: room for the cost and for the lower band's title. */
const BETWEEN = 0.2;

/** The layout for a range of decades; `bands` is 1 without a backward pass. */
export function loopRows({ lo, hi }: DecadeDomain, bands: 1 | 2 = 2): LoopRows {
  const strip = (hi - lo) * STRIP;
  const shift = lo - hi - 2 * strip - (hi - lo) * BETWEEN;
  const floor = lo - strip + (bands === 2 ? shift : 0);
  return { lo, hi, strip, shift, floor, ceiling: hi + strip };
}

/** Path from the end of the forward line to the start of the backward line, which turns at x = `turn` (px). */
export function hairpin(from: Point, to: Point, turn: number): string {
  // A cubic Bézier curve whose ends have the same x reaches three quarters of the way to its handles.
  const handle = (point: Point): Point => [point[0] + ((turn - point[0]) * 4) / 3, point[1]];
  return `M${pointText(from)}C${[handle(from), handle(to), to].map(pointText).join(' ')}`;
}
