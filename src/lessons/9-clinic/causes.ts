/** The cause that keeps a network from learning, from its settings, its race and the theory of its initialization. */
import { changeOf } from '../../engine/measure/verdict.ts';
import { netVariants } from '../../engine/theory/netVariants.ts';
import type { Facts } from '../facts/facts.ts';

export type Cause = 'equal' | 'inputs' | 'rate' | 'default' | 'small' | 'alike';

/** Inputs with a larger mean square count as never scaled. */
const UNSCALED = 25;
/** Mean cosine above which inputs count as alike. */
const ALIKE = 0.95;

/** `null` while the race runs, if it learns, or if no cause is found. */
export function causeOf({ races }: Facts): Cause | null {
  const [first] = races;
  const over = races.every((race) => race?.outcome != null && race.outcome.learnedAt === null);
  const start = first?.records[0];
  if (!first || !over || start === undefined) return null;
  const { experiment } = first.config;
  if (start.distinctUnits.some((units) => units === 1)) return 'equal';
  if (experiment.input_mean ** 2 + experiment.input_std ** 2 > UNSCALED) return 'inputs';
  const [plain] = netVariants(experiment);
  if (!plain?.forward) return null;
  const backward = plain.backward === null ? 0 : changeOf(...plain.backward, plain.steps);
  // The default biases keep the activations from shrinking, but do not affect the gradient.
  if (experiment.initializer.id === 'pytorch_linear' && backward === -1) return 'default';
  if (changeOf(...plain.forward, plain.steps) === -1) return 'small';
  if (backward === 0 && races.some((race) => race?.outcome?.divergedAt != null)) return 'rate';
  return (plain.similarity ?? 0) > ALIKE ? 'alike' : null;
}
