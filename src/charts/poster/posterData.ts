/** What a sheet of starts shows of each; in millimetres of a sheet of A3. */
import type { Summary } from '../../engine/types.ts';
import type { LaneLook } from '../types.ts';

export interface PosterCell {
  readonly id: string;
  readonly look: LaneLook;
  /** Shape and word of the verdict, and one number in words. */
  readonly verdict: string;
  readonly reason: string;
  readonly healthy: boolean;
  /** What a few layers put out. */
  readonly rows: readonly { readonly layer: number; readonly summary: Summary }[];
  /** Of every layer; 0 and Infinity are results. */
  readonly forward: readonly number[];
  readonly backward: readonly number[];
  /** Where a click leads. */
  readonly href: string;
  /** Names the cell to a screen reader. */
  readonly label: string;
}

export interface PosterColumn {
  readonly id: string;
  readonly name: string;
  /** What the rule is, with its numbers in it. */
  readonly rule: string;
}

export interface PosterRow {
  readonly id: string;
  readonly name: string;
  readonly f: (x: number) => number;
  readonly df: (x: number) => number;
  /** One per column; null: not there yet. */
  readonly cells: readonly (PosterCell | null)[];
}

export const SHEET = { width: 420, height: 297, edge: 10, head: 40, side: 34, row: 72 } as const;
