/**
 * The limit of the measured stds and similarities at infinite width. A std is measured over units and examples
 * together, and examples differ in size, so the theory follows groups of examples and averages them at the end.
 */
import type { Tick } from '../pace.ts';
import type { Plan } from '../passes/plan.ts';
import type { TheoryPoint } from '../types.ts';
import { backwardTheory } from './backwardTheory.ts';
import { forwardTheory } from './forwardTheory.ts';
import { groupExamples } from './groups.ts';
import type { Pair } from './pairs.ts';

export interface Theory {
  /** Index = layer − 1, the output layer last; `null` if no theory is known. */
  readonly points: readonly (TheoryPoint | null)[];
  /** E[h²] at each place, over all examples; index as above. */
  readonly placeSquares: readonly (Float64Array | null)[];
  /** Std of dC/dz per layer, given the mean square of the gradient put on the output. */
  readonly gradients: (outputSecond: number) => readonly (number | null)[];
}

/**
 * The theory of a run. The points already include the gradients if a unit Gaussian is put on the output; with
 * labels they follow from the measured loss gradient. `examples`: mean squares of the inputs; `pairs`: pairs whose
 * similarity is followed; `mean`: mean of all input values.
 */
export function* theoryOf(
  plan: Plan,
  examples: readonly Float64Array[],
  pairs: readonly Pair[],
  mean: number,
): Generator<Tick, Theory, void> {
  const seconds = groupExamples(examples);
  // The means of the inputs matter only for skip connections, for which their common mean is close enough.
  const means = seconds.map((group) => group.map(() => mean));
  const forward = yield* forwardTheory(plan, { means, seconds, pairs, unit: 1 });
  const gradients = (outputSecond: number): readonly (number | null)[] => {
    const stds = backwardTheory(plan, forward, outputSecond);
    return plan.layers.map((_, index) => stds[index] ?? null);
  };
  const { config, architecture } = plan;
  const known = config.backward && architecture.classes === null ? gradients(1) : [];
  const points = plan.layers.map((_, index) => {
    const point = forward[index];
    if (point === undefined) return null;
    const { activationStd, preActivationStd, similarity } = point;
    return { activationStd, preActivationStd, gradientStd: known[index] ?? null, similarity };
  });
  const placeSquares = plan.layers.map((_, index) => forward[index]?.placeSquares ?? null);
  return { points, placeSquares, gradients };
}

/** How many powers of ten a measurement lies from the theory; 0 when both are 0. */
export function distance(measured: number, theory: number): number {
  return measured === theory ? 0 : Math.abs(Math.log10(measured / theory));
}
