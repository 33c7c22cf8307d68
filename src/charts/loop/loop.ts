/** Two bands of the same decades in one plot: what goes forward above, what comes back below. */
import { STRIP } from '../geometry/logRows.ts';
import type { DecadeDomain } from '../geometry/decades.ts';
import type { Point } from '../geometry/points.ts';
import { pointText } from '../geometry/points.ts';

/** In decades of the upper band; the lower one hangs `shift` under it. */
export interface LoopRows extends DecadeDomain {
  readonly strip: number;
  /** What a value of the lower band is moved by; negative. */
  readonly shift: number;
  /** Ends of the whole axis. */
  readonly floor: number;
  readonly ceiling: number;
}

/** Between the bands, as a part of one band: room for the cost and for the lower band's title. */
const BETWEEN = 0.2;

/** `bands`: 1 where nothing comes back. */
export function loopRows({ lo, hi }: DecadeDomain, bands: 1 | 2 = 2): LoopRows {
  const strip = (hi - lo) * STRIP;
  const shift = lo - hi - 2 * strip - (hi - lo) * BETWEEN;
  const floor = lo - strip + (bands === 2 ? shift : 0);
  return { lo, hi, strip, shift, floor, ceiling: hi + strip };
}

/** From the end of what goes forward to the beginning of what comes back, by way of x = `turn`. */
export function hairpin(from: Point, to: Point, turn: number): string {
  // A cubic whose ends share an x reaches three quarters of the way to its handles.
  const handle = (point: Point): Point => [point[0] + ((turn - point[0]) * 4) / 3, point[1]];
  return `M${pointText(from)}C${[handle(from), handle(to), to].map(pointText).join(' ')}`;
}

/**
 * The outline of what lies between a line and the level `base`, cut off at `lo` and `hi` where the line
 * leaves them: a polygon per stretch of finite values, as places `[index, value]`.
 */
export function lossOutlines(
  values: readonly (number | null)[],
  base: number,
  { lo, hi }: DecadeDomain,
): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  let open: Point[] = [];
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first !== undefined && last !== undefined && open.length > 1)
      outlines.push([...open, [last[0], base], [first[0], base]]);
    open = [];
  };
  let before: number | null = null;
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) {
      close();
      before = null;
      return;
    }
    if (before !== null) {
      const from = before;
      const crossed = [lo, hi]
        .map((edge) => ({ edge, part: (edge - from) / (value - from) }))
        .filter(({ part }) => part > 0 && part < 1)
        .toSorted((a, b) => a.part - b.part);
      for (const { edge, part } of crossed) open.push([index - 1 + part, edge]);
    }
    open.push([index, Math.max(lo, Math.min(hi, value))]);
    before = value;
  });
  close();
  return outlines;
}
