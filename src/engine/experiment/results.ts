/** The results file, `init-lab/experiment@1`: what the page exports and the script prints. */
import { architecture } from '../passes/architecture.ts';
import type { Kernels } from '../kernels.ts';
import type { RunNote } from '../passes/pass.ts';
import type { Outcome } from './propagate.ts';
import { printActivation, printInitializer } from '../rules/spec.ts';
import type {
  ExperimentConfig,
  Histogram,
  LayerStats,
  PlaceSquares,
  Summary,
  TheoryPoint,
} from '../types.ts';
import { QUANTILE_LEVELS } from '../types.ts';

export const EXPERIMENT_FORMAT = 'init-lab/experiment@1';

/** JSON has no NaN and no infinities. */
export type FileNumber = number | 'NaN' | 'Infinity' | '-Infinity';

/** A number as written in the file. */
export function fileNumber(x: number): FileNumber {
  if (Number.isFinite(x)) return x;
  if (Number.isNaN(x)) return 'NaN';
  return x > 0 ? 'Infinity' : '-Infinity';
}

/** A finished lane. */
export interface LaneRun {
  readonly config: ExperimentConfig;
  readonly input: Summary;
  /** Hidden layers, including their backward results. */
  readonly layers: readonly LayerStats[];
  readonly outcome: Outcome;
  readonly elapsedMs: number;
  readonly kernels: Kernels['build'];
}

/** The config with the keys of a link and every automatic size resolved. */
export function fileConfig(config: ExperimentConfig) {
  const { input, in: size, output } = architecture(config).value;
  return {
    lane: printInitializer(config.initializer),
    act: printActivation(config.act),
    depth: config.depth,
    width: config.width,
    in: size,
    out: output?.units ?? null,
    batch: config.batch,
    input,
    input_mean: config.input_mean,
    input_std: config.input_std,
    net: config.net,
    kernel: config.kernel,
    padding: config.padding,
    block: config.block,
    branch: config.branch,
    norm: config.norm,
    head: config.head === null ? null : printInitializer(config.head),
    bias: printInitializer(config.bias),
    precision: config.precision,
    backward: config.backward ? 1 : 0,
    seed: config.seed,
  };
}

const fileHistogram = ({ lo, hi, counts, below, above }: Histogram) => ({
  lo: fileNumber(lo),
  hi: fileNumber(hi),
  counts: [...counts],
  below,
  above,
});

function fileSummary(summary: Summary) {
  const quantiles = QUANTILE_LEVELS.map((level, i) => [
    String(level),
    fileNumber(summary.quantiles[i] ?? Number.NaN),
  ]);
  return {
    count: summary.count,
    finite: summary.finite,
    mean: fileNumber(summary.mean),
    std: fileNumber(summary.std),
    rms: fileNumber(summary.rms),
    min: fileNumber(summary.min),
    max: fileNumber(summary.max),
    zero: summary.zero,
    saturated: summary.saturated,
    quantiles: Object.fromEntries(quantiles),
    histogram: fileHistogram(summary.shared),
  };
}

const orNull = <T, U>(value: T | null, print: (value: T) => U): U | null =>
  value === null ? null : print(value);

const fileTheory = ({ activationStd, preActivationStd, gradientStd, similarity }: TheoryPoint) => ({
  activationStd: fileNumber(activationStd),
  preActivationStd: fileNumber(preActivationStd),
  gradientStd: orNull(gradientStd, fileNumber),
  similarity: orNull(similarity, fileNumber),
});

const fileSquares = (squares: readonly number[] | null): readonly FileNumber[] | null =>
  orNull(squares, (numbers) => numbers.map(fileNumber));

const filePlaces = ({ side, activations, theory, gradients }: PlaceSquares) => ({
  side,
  activations: fileSquares(activations),
  theory: fileSquares(theory),
  gradients: fileSquares(gradients),
});

function fileLayer(stats: LayerStats) {
  return {
    layer: stats.layer,
    fanIn: stats.fanIn,
    fanOut: stats.fanOut,
    units: stats.units,
    weights: fileSummary(stats.weights),
    preActivations: fileSummary(stats.preActivations),
    activations: fileSummary(stats.activations),
    gradients: orNull(stats.gradients, fileSummary),
    weightGradients: orNull(stats.weightGradients, fileSummary),
    distinctUnits: stats.distinctUnits,
    deadExamples: stats.deadExamples,
    similarity: fileNumber(stats.similarity),
    theory: orNull(stats.theory, fileTheory),
    places: orNull(stats.places, filePlaces),
  };
}

/** The verdict's reason, with its numbers as FileNumbers. */
function fileReason(outcome: Outcome): Readonly<Record<string, string | number>> {
  const entries = Object.entries(outcome.verdict.reason).map(([key, value]) => [
    key,
    typeof value === 'number' ? fileNumber(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function fileLane({ config, input, layers, outcome, elapsedMs, kernels }: LaneRun) {
  const notes: readonly RunNote[] = outcome.notes;
  return {
    config: fileConfig(config),
    input: fileSummary(input),
    layers: layers.map(fileLayer),
    output: orNull(outcome.output, fileLayer),
    loss: orNull(outcome.loss, fileNumber),
    firstNonFiniteLayer: outcome.firstNonFiniteLayer,
    firstAllZeroLayer: outcome.firstAllZeroLayer,
    verdict: outcome.verdict.id,
    verdictReason: fileReason(outcome),
    notes,
    elapsedMs: Math.round(elapsedMs * 100) / 100,
    kernels,
  };
}

/** The whole file as an object ready for JSON.stringify. */
export function experimentFile(lanes: readonly LaneRun[]) {
  return { format: EXPERIMENT_FORMAT, lanes: lanes.map(fileLane) };
}
export type ExperimentFile = ReturnType<typeof experimentFile>;
