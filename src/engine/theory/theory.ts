/**
 * What the measured spreads and similarities converge to as widths grow. A spread is measured over units and examples
 * together, and examples differ in size, so the theory follows groups of them and mixes them at the end.
 */
import type { Tick } from '../pace.ts';
import type { Plan } from '../passes/plan.ts';
import type { TheoryPoint } from '../types.ts';
import { backwardTheory } from './backwardTheory.ts';
import { forwardTheory } from './forwardTheory.ts';
import { groupExamples } from './groups.ts';
import type { Pair } from './pairs.ts';

export interface Theory {
  /** Index = layer − 1, the output layer last; `null` where nothing is known. */
  readonly points: readonly (TheoryPoint | null)[];
  /** E[h²] at each place, over all examples; index as above. */
  readonly placeSquares: readonly (Float64Array | null)[];
  /** Std of dC/dz per layer, given the mean square of the gradient put on the output. */
  readonly gradients: (outputSecond: number) => readonly (number | null)[];
}

/**
 * The theory of a run. Gradients are in the points already where the unit Gaussian is put on the
 * output; with labels they follow from the measured loss gradient. `examples`: mean squares of the inputs, `pairs`:
 * of which one wants to know how alike they stay, `mean`: of all numbers of the inputs.
 */
export function* theoryOf(
  plan: Plan,
  examples: readonly Float64Array[],
  pairs: readonly Pair[],
  mean: number,
): Generator<Tick, Theory, void> {
  const seconds = groupExamples(examples);
  // Of the inputs' means only a net that adds to them has to know, and there they differ little.
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
