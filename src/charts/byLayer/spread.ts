import type { LogRows } from '../geometry/logRows.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

/** Over seeds, index = layer − 1. */
export interface SeedBand {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

/** Index = layer − 1; null: not there yet. Zero and Infinity have rows of their own, NaN lies nowhere. */
export interface SpreadLane extends LaneMark {
  readonly measured: readonly (number | null)[];
  /** Drawn as the lane's line; without it a thin line joins the measured dots and claims nothing. */
  readonly theory: readonly (number | null)[] | null;
  readonly seedBand: SeedBand | null;
}

export interface SpreadWords {
  readonly layer: (layer: number) => string;
  readonly measured: string;
  readonly theory: string;
  readonly infinite: string;
}

export interface SpreadData extends LogRows {
  readonly lanes: readonly SpreadLane[];
  readonly layers: number;
  readonly direction: 'forward' | 'backward';
  /** The decade of the rule one compares with: 0 is 1. */
  readonly reference: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: SpreadWords;
  readonly focused: number | null;
}

/** Theory knows no largest number: beyond those of float32 it does not stretch an axis, its line runs out of it. */
const inFloat32 = (value: number | null): boolean =>
  value !== null && value > 2 ** -149 && value < 2 ** 128;

/** What of a lane an axis has to hold. */
export const spreadValues = ({
  measured,
  theory,
  seedBand,
}: SpreadLane): readonly (number | null)[] => [
  ...measured,
  ...(theory ?? []).filter(inFloat32),
  ...(seedBand === null ? [] : [...seedBand.low, ...seedBand.high]),
];
