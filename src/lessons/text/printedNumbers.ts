import type { Facts } from '../facts/facts.ts';
import { numberName, printNumber } from '../facts/numbers.ts';
import type { At, Printed } from '../facts/numbers.ts';
import type { OutlineNumber } from '../tags.ts';

const layerOf = (layer: string | null): At['layer'] =>
  layer === 'last' ? 'last' : Number(layer ?? 1);

/** The values of a text's numbers, by `numberName`, as far as they have been computed. */
export function printedNumbers(
  numbers: readonly OutlineNumber[],
  facts: Facts,
): Readonly<Record<string, Printed>> {
  return Object.fromEntries(
    numbers.flatMap(({ of, lane, layer, framework }) => {
      const at = { lane: Number(lane ?? 0), layer: layerOf(layer), framework };
      const found = printNumber(of, facts, at);
      if (found === null || (found.kind !== 'never' && Number.isNaN(found.value))) return [];
      return [[numberName(of, at), found] as const];
    }),
  );
}
