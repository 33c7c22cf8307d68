import type { Facts } from './facts.ts';
import { numberName, printed } from './numbers.ts';
import type { At, Printed } from './numbers.ts';
import type { OutlineNumber } from './tags.ts';

const layerOf = (layer: string | null): At['layer'] =>
  layer === 'last' ? 'last' : Number(layer ?? 1);

/** What the notes of a step print, by `numberName`, as far as it is computed. */
export function notedNumbers(
  noted: readonly OutlineNumber[],
  facts: Facts,
): Readonly<Record<string, Printed>> {
  return Object.fromEntries(
    noted.flatMap(({ of, lane, layer, framework }) => {
      const at = { lane: Number(lane ?? 0), layer: layerOf(layer), framework };
      const found = printed(of, facts, at);
      if (found === null || (found.kind !== 'never' && Number.isNaN(found.value))) return [];
      return [[numberName(of, at), found] as const];
    }),
  );
}
