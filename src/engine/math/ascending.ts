/**
 * In ascending order. What is not a number counts as infinite and comes last; a comparison alone would leave it, and its
 * neighbours, anywhere.
 */
export const ascending = (values: readonly number[]): readonly number[] =>
  values.map((value) => (Number.isNaN(value) ? Infinity : value)).sort((a, b) => a - b);
