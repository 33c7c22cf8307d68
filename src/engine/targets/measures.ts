/** Ways to measure a target, with the same functions as the page and the scripts. */
import { spread } from '../passes/layerSpread.ts';
import type { Kernels } from '../kernels.ts';
import { finish } from '../pace.ts';
import type { Tick } from '../pace.ts';
import { clampConfig } from '../lab/config.ts';
import { laneConfig } from '../lab/lab.ts';
import { parseQuery } from '../lab/query.ts';
import { labRun } from '../experiment/runLane.ts';
import type { LaneRun } from '../experiment/results.ts';
import { raceLanes } from '../train/lanes.ts';
import { trainingRun } from '../train/results.ts';
import type { TrainRun } from '../train/results.ts';
import type { Quantity } from '../types.ts';
import type { Measured, Picture, Target, Tools } from './target.ts';

type Measure = Target['measure'];

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

const seedsTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => i + 1);

/** Runs every lane of a lab from one seed. */
export function longLabRuns(
  query: string,
  kernels: Kernels,
  seed = 1,
): Generator<Tick, readonly LaneRun[], void> {
  const { lab } = parseQuery(query);
  return labRun({ ...lab, settings: { ...lab.settings, seed } }, kernels, () => 0);
}

/** `longLabRuns` for small labs, without pauses. */
export const labRuns = (...run: Parameters<typeof longLabRuns>): readonly LaneRun[] =>
  finish(longLabRuns(...run));

/** Runs every lane of a race from one seed. */
export function* raceRuns(
  query: string,
  kernels: Kernels,
  seed = 1,
): Generator<Tick, readonly TrainRun[], void> {
  const runs: TrainRun[] = [];
  for (const lane of raceLanes(parseQuery(`${query}&seed=${seed}`, 'race')).lanes) {
    runs.push(yield* trainingRun(lane, kernels));
  }
  return runs;
}

/** Std of the activations by layer in the first lane, by the fast run without histograms (layerSpread.ts). */
export function activationStds(query: string, kernels: Kernels, seed: number): readonly number[] {
  const { lab } = parseQuery(query);
  const [lane] = lab.lanes;
  if (lane === undefined) throw new Error(`no lane in ${query}`);
  const config = clampConfig({ ...laneConfig(lab, lane), seed }).value;
  return finish(spread(config, kernels)).activationStd;
}

/** The lanes' histograms of a quantity on a common range, as in figures of the sources. */
export const histograms = (
  names: readonly string[],
  runs: readonly LaneRun[],
  quantity: Quantity,
): Picture => ({
  kind: 'histograms',
  quantity,
  domain: domainOf(runs, quantity),
  lanes: runs.map(({ layers }, lane) => ({
    name: names[lane] ?? '',
    layers: layers.flatMap((layer) => layer[quantity] ?? []),
  })),
});

const domainOf = ([run]: readonly LaneRun[], quantity: Quantity): readonly [number, number] => {
  const { lo, hi } = run?.layers[0]?.[quantity]?.shared ?? { lo: 0, hi: 1 };
  return [lo, hi];
};

/** Values, or work that ends with them. */
type Values = readonly number[] | Generator<Tick, readonly number[], void>;

function* complete(values: Values): Generator<Tick, readonly number[], void> {
  return 'next' in values ? yield* values : values;
}

/** The measure of values that need no draws. */
export const exactly = (values: () => Values): Measure =>
  function* exact() {
    return { values: yield* complete(values()), draws: [], curves: [] };
  };

/** Computes the values from every seed; the result has their medians, and the first value of each seed as draws. */
export const bySeed = (
  values: (kernels: Kernels, seed: number) => Values,
  more: {
    readonly curve?: (medians: readonly number[]) => Measured['curves'];
    readonly picture?: (kernels: Kernels) => Picture;
  } = {},
): Measure =>
  function* measured({ kernels, seeds }: Tools) {
    const found: (readonly number[])[] = [];
    for (const seed of seedsTo(seeds)) {
      found.push(yield* complete(values(kernels, seed)));
      yield found.length / seeds;
    }
    const medians = (found[0] ?? []).map((_, i) =>
      median(found.map((each) => each[i] ?? Number.NaN)),
    );
    return {
      values: medians,
      draws: found.map(([first = Number.NaN]) => first),
      curves: more.curve?.(medians) ?? [],
      ...(more.picture === undefined ? {} : { picture: more.picture(kernels) }),
    };
  };

/** Std of layer `layer`, and a curve of the stds of all layers: medians over the seeds. */
export const stdOfLayer = (query: string, layer: number): Measure =>
  function* measured({ kernels, seeds }: Tools) {
    const found: (readonly number[])[] = [];
    for (const seed of seedsTo(seeds)) {
      found.push(activationStds(query, kernels, seed));
      yield found.length / seeds;
    }
    const at = (l: number): readonly number[] => found.map((stds) => stds[l - 1] ?? Number.NaN);
    const layers = found[0]?.map((_, i) => median(at(i + 1))) ?? [];
    return {
      values: [median(at(layer))],
      draws: at(layer),
      curves: [{ name: 'std', values: layers }],
    };
  };
