/** The largest over the smallest; Infinity where the smallest is 0. */
export const spreadOf = (values: readonly number[]): number =>
  Math.max(...values) / Math.min(...values);
