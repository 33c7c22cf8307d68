import type { LogRows } from '../geometry/logRows.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

/** Quantiles over many seeds, index = layer − 1. */
export interface SeedBand {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

/** Index = layer − 1; null: not measured yet. Zero and Infinity have separate rows, NaN is not drawn. */
export interface SpreadLane extends LaneMark {
  readonly measured: readonly (number | null)[];
  /** Drawn as the lane's line; without it a thin line only connects the measured dots. */
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
  /** The decade of the reference rule: 0 is the value 1. */
  readonly reference: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: SpreadWords;
  readonly focused: number | null;
}

/** Theory has no largest number: values beyond float32 do not extend the axis; the line leaves it instead. */
const inFloat32 = (value: number | null): boolean =>
  value !== null && value > 2 ** -149 && value < 2 ** 128;

/** The values of a lane that the axis must include. */
export const spreadValues = ({
  measured,
  theory,
  seedBand,
}: SpreadLane): readonly (number | null)[] => [
  ...measured,
  ...(theory ?? []).filter(inFloat32),
  ...(seedBand === null ? [] : [...seedBand.low, ...seedBand.high]),
];
