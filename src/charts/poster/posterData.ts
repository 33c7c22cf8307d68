/** Data of the poster of initializations; lengths in millimetres of an A3 sheet. */
import type { Summary } from '../../engine/types.ts';
import type { LaneLook } from '../types.ts';

export interface PosterCell {
  readonly id: string;
  readonly look: LaneLook;
  /** The verdict as a shape and a word, and one number in words. */
  readonly verdict: string;
  readonly reason: string;
  readonly healthy: boolean;
  /** The outputs of a few layers. */
  readonly rows: readonly {
    readonly layer: number;
    readonly name: string;
    readonly summary: Summary;
  }[];
  /** One value per layer; 0 and Infinity are valid results. */
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
  /** The rule of initialization, with its numbers. */
  readonly rule: string;
}

export interface PosterRow {
  readonly id: string;
  readonly name: string;
  readonly f: (x: number) => number;
  readonly df: (x: number) => number;
  /** One per column; null: not measured yet. */
  readonly cells: readonly (PosterCell | null)[];
}

export const SHEET = { width: 420, height: 297, edge: 10, head: 40, side: 34, row: 72 } as const;
