/**
 * A number that a paper prints, or that a formula gives, and how the engine comes to its own: one row of the
 * table of targets. Tests, the papers page, `npm run -s papers` and docs/targets.md all read it.
 */
import type { Kernels } from '../kernels.ts';
import type { Stage } from '../lab/config.ts';
import type { TrainabilityResult } from '../map/trainability.ts';
import type { InputId, Quantity, Summary } from '../types.ts';
import type { SourceId } from './sources.ts';

/** Where in its source a number stands. */
export interface Place {
  readonly kind:
    'figure' | 'equation' | 'section' | 'table' | 'lecture' | 'theorem' | 'code' | 'text';
  /** As the source counts: `6`, `10, 15`; of `code` the name that is defined. */
  readonly at: string;
}

/** Where a band comes from. */
export type BandOrigin =
  /** A formula or a count: the band is as wide as the last printed digit, or a point. */
  | { readonly kind: 'exact' }
  /** This share of the expected number, either way. */
  | { readonly kind: 'tolerance'; readonly share: number }
  /** Single draws vary: the band holds the median over this many seeds. */
  | { readonly kind: 'seeds'; readonly seeds: number };

export interface TargetValue {
  /** In the notation of the field, alike in every language: `l = 3`, `He`. */
  readonly label: string;
  /** Both ends belong to it. */
  readonly band: readonly [low: number, high: number];
  /** What the source prints for it, where that is a number, to its last digit. */
  readonly printed?: string;
}

/** One line of a picture, layer by layer. */
export interface Curve {
  readonly name: string;
  readonly values: readonly number[];
}

/** What the engine got besides numbers, as the source shows it. */
export type Picture =
  /** Rows of histograms, layer by layer, a column each. */
  | {
      readonly kind: 'histograms';
      readonly quantity: Quantity;
      readonly domain: readonly [lo: number, hi: number];
      readonly lanes: readonly { readonly name: string; readonly layers: readonly Summary[] }[];
    }
  /** How alike two inputs are after a layer over how alike they were before it. */
  | {
      readonly kind: 'correlations';
      readonly lanes: readonly {
        readonly name: string;
        readonly theory: readonly CorrelationStep[];
        readonly measured: readonly CorrelationStep[];
      }[];
    }
  /** Depth × σ_w², every cell short races. */
  | {
      readonly kind: 'trainability';
      readonly depths: readonly number[];
      readonly weightVariances: readonly number[];
      readonly results: readonly TrainabilityResult[];
      readonly biasVariance: number;
      /** Depth that theory predicts, per column; `null` where it says nothing. */
      readonly predicted: readonly (number | null)[];
      /** The races, without lane and depth. */
      readonly query: string;
    };

export type CorrelationStep = readonly [before: number, after: number];

/** What the engine got. */
export interface Measured {
  /** Of each of the target's values. */
  readonly values: readonly number[];
  /** Of the first value, seed by seed; empty where nothing is drawn. */
  readonly draws: readonly number[];
  readonly curves: readonly Curve[];
  readonly picture?: Picture;
}

export interface Tools {
  readonly kernels: Kernels;
  /** 1 … this many. */
  readonly seeds: number;
}

export interface Target {
  /** `R1`: fixed, a link and a script may name it. */
  readonly id: string;
  readonly source: SourceId;
  readonly place: Place;
  /** As the source prints it. */
  readonly printed: string;
  /** `draw`: one draw of a wide distribution, so that the same number is not to be expected. */
  readonly prints: 'result' | 'draw';
  readonly values: readonly TargetValue[];
  readonly band: BandOrigin;
  /** The lab, the race or the map with these settings. */
  readonly door: { readonly kind: Stage | 'map'; readonly query: string };
  /** Recorded data that must be there before. */
  readonly inputs?: readonly InputId[];
  /** Seeds it is measured from where nobody asks for more; 1 where nothing is drawn. */
  readonly seeds: number;
  /** Gives the share that is done, from time to time. Throws OutOfMemory. */
  readonly measure: (tools: Tools) => Generator<number, Measured, void>;
}

export type Badge = 'reproduced' | 'outside';

const within = (value: number, [low, high]: TargetValue['band']): boolean =>
  value >= low && value <= high;

/** Of one value. */
export const badgeOf = ({ band }: TargetValue, measured: number): Badge =>
  within(measured, band) ? 'reproduced' : 'outside';

/** Of a row: every value within its band; of an exact one, from every seed. */
export function targetBadge(target: Target, { values, draws }: Measured): Badge {
  const [first] = target.values;
  const everySeed =
    target.band.kind !== 'exact' ||
    first === undefined ||
    draws.every((draw) => within(draw, first.band));
  const all = target.values.every((value, i) => within(values[i] ?? Number.NaN, value.band));
  return all && everySeed ? 'reproduced' : 'outside';
}

/** Runs a target to its end. */
export function measureTarget(target: Target, tools: Tools): Measured {
  const run = target.measure(tools);
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}
