/** The result of identifying a tensor's rule. */
import type { ScaleSlip, Shape } from './laws.ts';

export interface RuleFound {
  /** As a link writes it; the first of `names`. */
  readonly initializer: string;
  /** Rules that give the same law for this shape, or one that so few numbers cannot distinguish from it. */
  readonly names: readonly string[];
  /** Posterior probability of these rules together. */
  readonly confidence: number;
  readonly runnerUp: string | null;
  /** The law's standard deviation; `null` for a structure such as orthogonal, which is not a distribution. */
  readonly std: number | null;
  readonly shape: Shape | null;
  /** Whether training has changed the numbers. */
  readonly trained: boolean;
  readonly slip: ScaleSlip | null;
}

export interface Hypothesis {
  readonly names: readonly string[];
  readonly shape: Shape | null;
  readonly std: number | null;
  readonly slip: ScaleSlip | null;
  /** Whether the scale was fitted to the numbers instead of given by a rule. */
  readonly isFree: boolean;
  /** Log of prior times likelihood. */
  readonly weight: number;
}
