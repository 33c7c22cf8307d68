import type { Summary } from '../../engine/types.ts';

/** From `layer` to the last one, no value is finite, or every value is exactly 0. */
export interface StripEnd {
  readonly layer: number;
  readonly kind: 'nonFinite' | 'zero';
}

function kindOf(summary: Summary | null | undefined): StripEnd['kind'] | null {
  if (summary === null || summary === undefined) return null;
  if (summary.finite === 0) return 'nonFinite';
  return summary.zero === 1 ? 'zero' : null;
}

/**
 * Where a lane runs out of numbers for good; summaries start with the first layer. Null if it does not, or if all its
 * layers are zero.
 */
export function stripEnd(summaries: readonly (Summary | null)[]): StripEnd | null {
  const kind = kindOf(summaries.at(-1));
  if (kind === null) return null;
  const layer = summaries.findLastIndex((summary) => kindOf(summary) !== kind) + 2;
  return kind === 'zero' && layer === 1 ? null : { layer, kind };
}
