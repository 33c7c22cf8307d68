import type { VerdictId } from './types.ts';

/**
 * The verdict on a lane, and the numbers its sentence is made of; the words are in i18n.
 * `reason` picks the sentence: each has its own set of numbers.
 */
export interface LaneVerdict {
  readonly id: VerdictId;
  readonly reason: VerdictReason;
}

export type VerdictReason =
  | { readonly kind: 'keeps'; readonly std: number; readonly factor: number }
  | { readonly kind: 'shrinks'; readonly factor: number; readonly halfEvery: number; readonly lastStd: number }
  | { readonly kind: 'grows'; readonly factor: number; readonly lastStd: number }
  | { readonly kind: 'overflows'; readonly layer: number; readonly factor: number }
  | { readonly kind: 'underflows'; readonly layer: number; readonly factor: number }
  | { readonly kind: 'saturates'; readonly share: number; readonly layer: number }
  | { readonly kind: 'one-unit'; readonly distinct: number; readonly units: number; readonly layer: number }
  | { readonly kind: 'all-zero'; readonly layer: number }
  | { readonly kind: 'gradient-shrinks'; readonly factor: number; readonly firstStd: number }
  | { readonly kind: 'gradient-grows'; readonly factor: number; readonly firstStd: number };
