/** What identification says of a tensor. */
import type { ScaleSlip, Shape } from './laws.ts';

export interface RuleFound {
  /** As a link writes it; the first of `names`. */
  readonly initializer: string;
  /** Rules that give the same law for this shape, or one that this many numbers cannot tell from it. */
  readonly names: readonly string[];
  /** Posterior probability of those names together. */
  readonly confidence: number;
  readonly runnerUp: string | null;
  /** The law's own standard deviation; `null` for what is no distribution. */
  readonly std: number | null;
  readonly shape: Shape | null;
  /** The numbers are no longer those that were drawn. */
  readonly trained: boolean;
  readonly slip: ScaleSlip | null;
}

export interface Hypothesis {
  readonly names: readonly string[];
  readonly shape: Shape | null;
  readonly std: number | null;
  readonly slip: ScaleSlip | null;
  /** Fitted to the numbers, with no rule behind it. */
  readonly isFree: boolean;
  /** Log of prior times likelihood. */
  readonly weight: number;
}
