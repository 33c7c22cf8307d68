import type { Summary } from '../../engine/types.ts';

/** The range of a row on its own scale, and how it is printed. */
export interface OwnRange {
  readonly kind: 'one-value' | 'around-zero' | 'from-zero' | 'away';
  readonly lo: number;
  readonly hi: number;
}

/**
 * The range of a row on its own scale. Zero is always at an edge or in the middle, so that rows of different
 * size still line up; it is left out only if the values lie far from zero and close together.
 */
export function ownRange({ min, max }: Summary): OwnRange {
  const reach = Math.max(Math.abs(min), Math.abs(max));
  if (!(reach > 0)) return { kind: 'one-value', lo: 0, hi: 1 };
  if (min === max) return { kind: 'one-value', lo: min - reach / 2, hi: min + reach / 2 };
  if (min < 0 && max > 0) return { kind: 'around-zero', lo: -reach, hi: reach };
  if (max - min < reach / 2) return { kind: 'away', lo: min, hi: max };
  return min >= 0
    ? { kind: 'from-zero', lo: 0, hi: reach }
    : { kind: 'from-zero', lo: -reach, hi: 0 };
}
