/** Findings about a weight file. */
import type { RuleFound } from '../identify/found.ts';
import type { TensorSummary } from '../measure/summarize.ts';

/** In the order in which the page lists them. */
export const FINDING_IDS = [
  'non-finite',
  'equal-units',
  'both-zero',
  'all-zero',
  'same-draws',
  'mean-shifted',
  'brackets-missing',
  'variance-as-std',
  'std-as-limit',
  'wrong-fan',
  'group-fan',
  'area-forgotten',
  'too-wide-head',
  'too-wide-embedding',
  'cut-at-two',
  'bias-negative',
  'skipped',
  'default-untouched',
  'residual-unscaled',
  'explodes',
  'vanishes',
  'zero-right',
  'prior-bias',
] as const;
export type FindingId = (typeof FINDING_IDS)[number];

/** `wrong` prevents or slows learning; `look` may be intended; `right` only looks wrong. */
export const SEVERITY = {
  'non-finite': 'wrong',
  'equal-units': 'wrong',
  'both-zero': 'wrong',
  'all-zero': 'wrong',
  'same-draws': 'wrong',
  'mean-shifted': 'wrong',
  'brackets-missing': 'wrong',
  'variance-as-std': 'wrong',
  'std-as-limit': 'wrong',
  'wrong-fan': 'wrong',
  'group-fan': 'wrong',
  'area-forgotten': 'wrong',
  'too-wide-head': 'wrong',
  'too-wide-embedding': 'wrong',
  'cut-at-two': 'look',
  'bias-negative': 'wrong',
  skipped: 'wrong',
  'default-untouched': 'look',
  'residual-unscaled': 'look',
  explodes: 'wrong',
  vanishes: 'wrong',
  'zero-right': 'right',
  'prior-bias': 'right',
} as const satisfies Record<FindingId, 'wrong' | 'look' | 'right'>;

export interface Finding {
  readonly id: FindingId;
  /** Names of the tensors it is about, at least one. */
  readonly tensors: readonly string[];
  /** The numbers of its sentence, by name. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** A tensor with everything known about it. */
export interface Examined {
  readonly summary: TensorSummary;
  readonly rule: RuleFound | null;
}

/** Whether the tensor is the weights of a dense layer or of a convolution. */
export const isWeight = ({ summary: { layout } }: Examined): boolean =>
  layout.kind === 'dense' || layout.kind === 'conv';

/** Whether a rule was identified, and training has not changed the numbers. */
export const isFresh = ({ rule }: Examined): boolean => rule !== null && !rule.trained;

/** `rms · √fan-in`: the factor by which a layer multiplies the spread of its input, before the activation. */
export const gainOf = ({ summary: { numbers, layout } }: Examined): number =>
  numbers.rms * Math.sqrt(layout.fanIn);

export const isAllZero = ({ summary: { numbers } }: Examined): boolean =>
  numbers.count > 0 && numbers.min === 0 && numbers.max === 0;
