/** Curves as rows of a table, one for each step. Those of many seeds lack the early steps that others have. */

interface Curve {
  readonly steps: readonly number[];
}

/** Every step at which any of the curves has a value. */
export const stepsOf = (curves: readonly Curve[]): readonly number[] =>
  [...new Set(curves.flatMap(({ steps }) => steps))].sort((a, b) => a - b);

/** The value of a curve at a step, of those that stand in the order of its steps; `undefined` where it has none. */
export const valueAt = (
  { steps }: Curve,
  values: readonly number[],
  step: number,
): number | undefined => values[steps.indexOf(step)];
