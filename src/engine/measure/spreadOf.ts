import type { Summary } from '../types.ts';

/** The spread of a layer as charts draw it: Infinity once no value is finite; null if it was not measured. */
export const spreadOf = (summary: Summary | null | undefined): number | null => {
  if (summary === null || summary === undefined) return null;
  return summary.count > 0 && summary.finite === 0 ? Infinity : summary.std;
};
