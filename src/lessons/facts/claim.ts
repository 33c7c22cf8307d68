/** The form of the chapters' claims, and functions that read values from the results. */
import { startChecks } from '../../engine/measure/startChecks.ts';
import type { LayerStats, Summary } from '../../engine/types.ts';
import type { Facts } from './facts.ts';

export interface Claim {
  /** `chapter/step`; for a quiz `chapter/step/question`. */
  readonly at: string;
  readonly says: string;
  readonly kind: 'lab' | 'race';
  /** A stage other than the step's own: one the reader is told to try, or one only the text mentions. */
  readonly query?: string;
  /** Further seeds to check; a general text holds for them too. */
  readonly seeds: readonly number[];
  readonly holds: (facts: Facts) => boolean;
}

const ANY_SEED = [1, 2, 3] as const;

/** Statistics of layer `l` in a lane; layers count from 1, negative `l` from the end. */
export const layer = ({ lanes }: Facts, lane: number, l: number): LayerStats | undefined =>
  lanes[lane]?.layers.at(l > 0 ? l - 1 : l);
/** Std of the activations of layer `l`; −1 is the last layer. */
export const std = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.activations.std ?? Number.NaN;
export const rms = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.activations.rms ?? Number.NaN;
export const gradient = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.gradients?.std ?? Number.NaN;
export const weightGradient = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.weightGradients?.std ?? Number.NaN;
/** The share of the mean square that the activation of layer 1 keeps: E[h²]/E[z²]. */
export const squareLeft = (facts: Facts, lane: number): number => {
  const { preActivations: z, activations: h } = layer(facts, lane, 1) ?? {};
  return z === undefined || h === undefined ? Number.NaN : (h.rms / z.rms) ** 2;
};
/** Length of the tails: the range from 2 to 98 % divided by the range from 25 to 75 %. */
export const tails = ({ quantiles: [least = 0, low = 0, , high = 0, most = 0] }: Summary): number =>
  (most - least) / (high - low);
export const saturated = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.activations.saturated ?? Number.NaN;
export const verdict = ({ lanes }: Facts, lane: number): string | undefined =>
  lanes[lane]?.outcome.verdict.id;
export const learnedAt = ({ races }: Facts, lane: number): number | null | undefined =>
  races[lane]?.outcome?.learnedAt;
export const finalLoss = ({ races }: Facts, lane: number): number =>
  races[lane]?.records.at(-1)?.loss ?? Number.NaN;
export const firstLoss = ({ races }: Facts, lane: number): number =>
  races[lane]?.records[0]?.loss ?? Number.NaN;
export const distinct = ({ races }: Facts, lane: number): readonly number[] =>
  races[lane]?.records.at(-1)?.distinctUnits ?? [];

/** Whether `value` is within the relative tolerance `share` of `wanted`. */
export const near = (value: number, wanted: number, share: number): boolean =>
  Math.abs(value / wanted - 1) <= share;
/** Whether the largest value is at most `factor` times the smallest. */
export const alike = (values: readonly number[], factor: number): boolean =>
  Math.max(...values) <= factor * Math.min(...values);
export const layersOf = ({ lanes }: Facts, lane: number): readonly LayerStats[] =>
  lanes[lane]?.layers ?? [];
/** Ratios of successive values. */
export const steps = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, i) => value / (values[i] ?? Number.NaN));

/** The answers to the three questions for each lane: units different, signal kept, gradient kept. */
export const keptOf = ({ lanes }: Facts): readonly string[] =>
  lanes.map((lane) => {
    const checks = startChecks(lane?.layers ?? []);
    return [checks?.different, checks?.forward, checks?.backward]
      .map((check) => String(check?.kept))
      .join(' ');
  });

/** A claim about a stage of the lab; by default checked with three seeds. */
export const lab = (
  at: string,
  says: string,
  holds: Claim['holds'],
  more: Partial<Pick<Claim, 'query' | 'seeds'>> = {},
): Claim => ({ kind: 'lab', at, says, holds, seeds: ANY_SEED, ...more });

/** A claim about a race; by default checked with three seeds. */
export const race = (
  at: string,
  says: string,
  holds: Claim['holds'],
  more: Partial<Pick<Claim, 'query' | 'seeds'>> = {},
): Claim => ({ kind: 'race', at, says, holds, seeds: ANY_SEED, ...more });
