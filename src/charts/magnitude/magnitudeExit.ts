/** Where a signal overflows or underflows for good. */
import type { Summary } from '../../engine/types.ts';

export interface MagnitudeExit {
  readonly layer: number;
  readonly into: 'nonFinite' | 'zero';
}

type Column = Pick<Summary, 'count' | 'finite' | 'zero'>;

/**
 * The first layer, in the direction of the signal, from which on every layer has non-finite values, or only zeros; null
 * if the last layer on the way still has other values.
 */
export function magnitudeExit(
  columns: readonly (Column | null)[],
  direction: 'forward' | 'backward',
): MagnitudeExit | null {
  const order = columns.map((column, i) => ({ column, layer: i + 1 }));
  const way = direction === 'forward' ? order : order.toReversed();
  const kindOf = (column: Column | null): MagnitudeExit['into'] | null => {
    if (column === null || column.count === 0) return null;
    if (column.finite < column.count) return 'nonFinite';
    return column.zero === 1 ? 'zero' : null;
  };
  const into = kindOf(way.at(-1)?.column ?? null);
  if (into === null) return null;
  const before = way.findLastIndex(({ column }) => kindOf(column) !== into);
  const first = way[before + 1];
  return first === undefined ? null : { layer: first.layer, into };
}
