/**
 * A number printed in a paper or given by a formula, and how the engine computes it: one row of the table of
 * targets. Used by the tests, the papers page, `npm run -s papers` and docs/targets.md.
 */
import type { Kernels } from '../kernels.ts';
import type { Stage } from '../lab/config.ts';
import { finish } from '../pace.ts';
import type { Tick } from '../pace.ts';
import type { TrainabilityResult } from '../map/trainability.ts';
import type { InputId, Quantity, Summary } from '../types.ts';
import type { SourceId } from './sources.ts';

/** Where a number is found in its source. */
export interface Place {
  readonly kind:
    'figure' | 'equation' | 'section' | 'table' | 'lecture' | 'theorem' | 'code' | 'text';
  /** Number as in the source: `6`, `10, 15`; for `code`, the name of the definition. */
  readonly at: string;
}

/** Where a band comes from. */
export type BandOrigin =
  /** A formula or a count: the band is the rounding of the last printed digit, or a single number. */
  | { readonly kind: 'exact' }
  /** The band is this share of the expected number on either side. */
  | { readonly kind: 'tolerance'; readonly share: number }
  /** Single draws vary: the band is for the median over this many seeds. */
  | { readonly kind: 'seeds'; readonly seeds: number };

export interface TargetValue {
  /** In the notation of the field, the same in every language: `l = 3`, `He`. */
  readonly label: string;
  /** Both ends are included. */
  readonly band: readonly [low: number, high: number];
  /** The number printed in the source, with all its digits, if there is one. */
  readonly printed?: string;
}

/** One line of a picture, layer by layer. */
export interface Curve {
  readonly name: string;
  readonly values: readonly number[];
}

/** Results other than numbers, drawn like the figure in the source. */
export type Picture =
  /** Rows of histograms, layer by layer, a column each. */
  | {
      readonly kind: 'histograms';
      readonly quantity: Quantity;
      readonly domain: readonly [lo: number, hi: number];
      readonly lanes: readonly { readonly name: string; readonly layers: readonly Summary[] }[];
    }
  /** Correlation of two inputs after a layer, plotted over that before it. */
  | {
      readonly kind: 'correlations';
      readonly lanes: readonly {
        readonly name: string;
        readonly theory: readonly CorrelationStep[];
        readonly measured: readonly CorrelationStep[];
      }[];
    }
  /** Depth × σ_w², with short races in every cell. */
  | {
      readonly kind: 'trainability';
      readonly depths: readonly number[];
      readonly weightVariances: readonly number[];
      readonly results: readonly TrainabilityResult[];
      readonly biasVariance: number;
      /** Trainable depth predicted by theory, per column; `null` if there is no prediction. */
      readonly predicted: readonly (number | null)[];
      /** Query of the races, without lane and depth. */
      readonly query: string;
    };

export type CorrelationStep = readonly [before: number, after: number];

/** The result of measuring a target. */
export interface Measured {
  /** One number for each of the target's values. */
  readonly values: readonly number[];
  /** The first value from each seed; empty if nothing is drawn. */
  readonly draws: readonly number[];
  readonly curves: readonly Curve[];
  readonly picture?: Picture;
}

export interface Tools {
  readonly kernels: Kernels;
  /** Number of seeds to use: 1 … `seeds`. */
  readonly seeds: number;
}

export interface Target {
  /** Such as `R1`. Must not change, since links and scripts use it. */
  readonly id: string;
  readonly source: SourceId;
  readonly place: Place;
  /** As the source prints it. */
  readonly printed: string;
  /** `draw`: the source prints a single draw of a wide distribution, so another draw will differ. */
  readonly prints: 'result' | 'draw';
  readonly values: readonly TargetValue[];
  readonly band: BandOrigin;
  /** Link to the lab, the race or the map with these settings. */
  readonly door: { readonly kind: Stage | 'map'; readonly query: string };
  /** Recorded data that must be loaded first. */
  readonly inputs?: readonly InputId[];
  /** Default number of seeds; 1 if nothing is drawn. */
  readonly seeds: number;
  /** Yields the share that is done, and ticks. Throws OutOfMemory. */
  readonly measure: (tools: Tools) => Generator<number | Tick, Measured, void>;
}

export type Badge = 'reproduced' | 'outside';

const within = (value: number, [low, high]: TargetValue['band']): boolean =>
  value >= low && value <= high;

/** The badge of one value. */
export const badgeOf = ({ band }: TargetValue, measured: number): Badge =>
  within(measured, band) ? 'reproduced' : 'outside';

/** The badge of a row: reproduced if every value is in its band, for an exact row from every seed. */
export function targetBadge(target: Target, { values, draws }: Measured): Badge {
  const [first] = target.values;
  const everySeed =
    target.band.kind !== 'exact' ||
    first === undefined ||
    draws.every((draw) => within(draw, first.band));
  const all = target.values.every((value, i) => within(values[i] ?? Number.NaN, value.band));
  return all && everySeed ? 'reproduced' : 'outside';
}

/** Measures a target without pauses. */
export const measureTarget = (target: Target, tools: Tools): Measured =>
  finish(target.measure(tools));
