import type { Summary } from '../engine/types.ts';

export type OwnRange =
  | {
      readonly kind: 'around-zero';
      readonly lo: number;
      readonly hi: number;
      readonly reach: number;
    }
  | { readonly kind: 'from-zero'; readonly lo: number; readonly hi: number; readonly reach: number }
  | { readonly kind: 'away'; readonly lo: number; readonly hi: number };

/**
 * The range of a row on its own scale. Zero keeps its place, at the edge or in the middle, so that rows
 * of different size still line up; only values that lie far from zero and close together leave it out.
 */
export function ownRange({ min, max }: Summary): OwnRange {
  const reach = Math.max(Math.abs(min), Math.abs(max));
  if (min < 0 && max > 0) return { kind: 'around-zero', lo: -reach, hi: reach, reach };
  if (max - min < reach / 2) {
    const pad = max === min ? reach / 2 || 1 : 0;
    return { kind: 'away', lo: min - pad, hi: max + pad };
  }
  return min >= 0
    ? { kind: 'from-zero', lo: 0, hi: reach, reach }
    : { kind: 'from-zero', lo: -reach, hi: 0, reach: -reach };
}
