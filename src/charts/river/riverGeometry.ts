/** Where the threads of a river run, for the live chart and for the first picture, which is drawn while building. */
import { clipLine } from '../geometry/clipLine.ts';
import type { LineExit, LinePlace } from '../geometry/clipLine.ts';
import { decadeDomain } from '../geometry/decades.ts';
import { infinityRow, STRIP, zeroRow } from '../geometry/logRows.ts';
import type { LogRows } from '../geometry/logRows.ts';

/** Height of a band, in rem. */
export const BAND = 5.4;
/** Room for the numbers at the left, in rem. */
export const LEFT = 2.8;

/** Margin above and below the decades, as a fraction of a band. */
const EDGE = 0.06;

/** The sizes of a few examples: `[layers][examples]`. */
type Threads = readonly (readonly number[])[];

/** The decades that all bands share. 1 is the middle: the range extends equally far up and down. */
export function riverRows(lanes: readonly { readonly threads: Threads }[]): LogRows {
  const range = decadeDomain(lanes.flatMap(({ threads }) => threads.flat()));
  const hi = Math.max(-range.lo, range.hi);
  return { lo: -hi, hi, strip: 2 * hi * STRIP };
}

/** Where a decade lies in its band, as a fraction of the band's height from above. */
export function bandPlace(rows: LogRows, decade: number): number {
  const [ceiling, floor] = [infinityRow(rows), zeroRow(rows)];
  return EDGE + ((1 - 2 * EDGE) * (ceiling - decade)) / (ceiling - floor);
}

export interface Thread {
  /** The parts inside the decades. */
  readonly parts: readonly (readonly LinePlace[])[];
  /** The layers where it is exactly 0, in the row for that; null elsewhere. */
  readonly zero: readonly (LinePlace | null)[];
  readonly exits: readonly LineExit[];
}

/** One thread for each example. */
export function threadsOf(threads: Threads, rows: LogRows): readonly Thread[] {
  const floor = zeroRow(rows);
  return Array.from({ length: threads[0]?.length ?? 0 }, (_, example) => {
    const sizes = threads.map((layer) => layer[example] ?? Number.NaN);
    const { parts, exits } = clipLine(
      sizes.map((size) => (size > 0 ? Math.log10(size) : null)),
      rows.lo,
      rows.hi,
    );
    const zero = sizes.map((size, index) => (size === 0 ? { index, value: floor } : null));
    return { parts, zero, exits };
  });
}
