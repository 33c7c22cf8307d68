/** Inspects a network in training: what the lab shows of an initialization, at any step of a race. */
import { activation } from '../rules/activations.ts';
import type { Kernels, Tensor } from '../kernels.ts';
import { deadRows, placeSquares, rmsOfRows } from '../measure/measurements.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import { summarize } from '../measure/summary.ts';
import { THREADS } from '../types.ts';
import type { Domains, LayerStats, Summary } from '../types.ts';
import type { LaneVerdict } from '../measure/verdict.ts';
import type { WeightsSample } from '../passes/weightsSample.ts';
import { sampleWeights } from '../passes/weightsSample.ts';
import { judge } from '../measure/verdict.ts';
import type { Boundary } from './boundary.ts';
import { boundaryOf } from './boundary.ts';
import type { TrainSettings } from '../lab/trainSettings.ts';
import { equalUnits } from './equalUnits.ts';
import type { Layer } from './network.ts';
import { featureMaps, mistakes } from './pictures.ts';
import type { FeatureMaps, Mistakes } from './pictures.ts';
import type { Trainer } from './trainer.ts';

/** Diagnostics for a layer that does not learn. */
export interface LayerReading {
  /** 1 … depth; the output layer is depth + 1. */
  readonly layer: number;
  /** Root mean square of dC/dW over that of W. */
  readonly gradientToWeight: number;
  /** Root mean square of the next update of W over that of W; typically about 1e-3. */
  readonly updateToWeight: number;
  /** Share of the activations beyond the saturation limits; 0 if there are no limits. */
  readonly saturated: number;
  /** Share of the units that are exactly zero for every test example. */
  readonly dead: number;
}

/** The weights of one layer (including the output layer) of a network small enough to draw. */
export interface SmallWeights {
  readonly fanIn: number;
  readonly fanOut: number;
  /** `[fanOut × fanIn]`. */
  readonly values: Float32Array<ArrayBuffer>;
}

export interface Inspection {
  readonly step: number;
  /** Loss, and number of correct answers, on the test examples. */
  readonly loss: number;
  readonly correct: number;
  readonly count: number;
  /** Number of features of an example. */
  readonly inputs: number;
  /** ln C, the loss of a uniform guess. */
  readonly chanceLoss: number;
  readonly readings: readonly LayerReading[];
  /**
   * Summaries of the input and, if requested, of the hidden layers: forward on the test set,
   * backward on the next mini-batch.
   */
  readonly input: Summary;
  readonly layers: readonly LayerStats[];
  readonly verdict: LaneVerdict;
  readonly boundary: Boundary | null;
  /** Per hidden layer, the class of each unit; equal units share one. */
  readonly units: readonly (readonly number[])[];
  /** A sample of the weights of the requested layer. */
  readonly matrix: WeightsSample | null;
  /** `null` for a network too large to draw. */
  readonly weights: readonly SmallWeights[] | null;
  /** Misclassified test pictures; `null` if the examples are not recorded pictures. */
  readonly mistakes: Mistakes | null;
  /** `null` if not requested, or if the layer is not a convolution. */
  readonly maps: FeatureMaps | null;
}

/** Limits of a drawing: units per layer, layers and weights. */
const SMALL = { width: 16, layers: 9, weights: 1600 } as const;

function rms(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += (values[i] ?? 0) ** 2;
  return Math.sqrt(sum / Math.max(1, values.length));
}

/** Root mean square of the next update of the weights. */
function updateRms(
  kernels: Kernels,
  { weights, weightGradient }: Layer,
  velocityOf: Trainer['velocityOf'],
  train: TrainSettings,
  shrink: number,
): number {
  const gradient = kernels.view(weightGradient);
  const moving = velocityOf(weights);
  const velocity = moving === null ? [] : kernels.view(moving);
  let sum = 0;
  for (let i = 0; i < gradient.length; i += 1) {
    sum += (train.momentum * (velocity[i] ?? 0) + shrink * (gradient[i] ?? 0)) ** 2;
  }
  return train.lr * Math.sqrt(sum / Math.max(1, gradient.length));
}

function deadShare(kernels: Kernels, { h, shape }: Layer, rows: number): number {
  const { units, places } = shape;
  const squares = kernels.columnSquares(kernels.slice(h, 0, rows * places * units), units);
  return squares.filter((square) => square === 0).length / units;
}

function smallWeights(kernels: Kernels, layers: readonly Layer[]): readonly SmallWeights[] | null {
  const all = layers.reduce((sum, { weights }) => sum + weights.length, 0);
  const widest = Math.max(...layers.flatMap(({ shape }) => [shape.inputs, shape.outputs]));
  if (layers.length > SMALL.layers || widest > SMALL.width || all > SMALL.weights) return null;
  return layers.map(({ shape, weights }) => ({
    fanIn: shape.fanIn,
    fanOut: shape.units,
    values: Float32Array.from(kernels.view(weights)),
  }));
}

export interface InspectOptions {
  readonly train: TrainSettings;
  /** Whether to return the summaries of the layers; the verdict needs them in any case. */
  readonly layers: boolean;
  readonly domains: Domains;
  /** The layer whose weights to sample, with at most `limit` rows and columns. */
  readonly matrix: { readonly layer: number; readonly limit: number } | null;
  /** The convolution and the test example whose feature maps to return. */
  readonly maps: { readonly layer: number; readonly example: number } | null;
  /** Whether a coarser boundary will do for a large network. */
  readonly quick: boolean;
}

/** Inspects a trainer in its state before mini-batch `step`, without changing the run. */
export function* inspect(
  trainer: Trainer,
  step: number,
  { train, layers: wanted, domains, matrix, maps, quick }: InspectOptions,
  kernels: Kernels,
): Generator<Tick, Inspection, void> {
  const { network, config, test, classes } = trainer;
  const hidden = network.layers.filter(({ isOutput }) => !isOutput);
  const shown = matrix === null ? undefined : network.layers[matrix.layer - 1];
  const { saturation } = activation(config.act.id);
  const summary = (values: Tensor, shared: Domains[keyof Domains], limits = false): Summary =>
    summarize(kernels, values, { shared, saturation: limits ? saturation : null });

  const boundary = yield* boundaryOf(trainer, kernels, quick);
  yield TICK;
  const { loss, correct } = yield* trainer.paced.evaluate();
  const wrong = mistakes(trainer, kernels);
  const features = maps === null ? null : featureMaps(trainer, kernels, maps);
  const input = summary(
    kernels.slice(network.input, 0, test.count * test.features),
    domains.activations,
  );
  const units: (readonly number[])[] = [];
  const dead: number[] = [];
  const forward: LayerStats[] = [];
  for (const [index, layer] of hidden.entries()) {
    const { shape, weights, z, h } = layer;
    const { fanIn, fanOut, outputs } = shape;
    const size = test.count * outputs;
    const alike = equalUnits(kernels, layer, test.count);
    units.push(alike);
    dead.push(deadShare(kernels, layer, test.count));
    yield TICK;
    const preActivations = kernels.slice(z, 0, size);
    const activations = kernels.slice(h, 0, size);
    forward.push({
      layer: index + 1,
      fanIn,
      fanOut,
      units: shape.units,
      weights: summary(weights, domains.weights),
      preActivations: summary(preActivations, domains.preActivations),
      activations: summary(activations, domains.activations, true),
      exampleStd: kernels.spreadBetweenRows(activations, outputs),
      exampleRms: rmsOfRows(kernels.view(activations), outputs, THREADS),
      deadExamples: deadRows(kernels.view(activations), test.count),
      similarity: kernels.meanCosine(preActivations, test.count),
      gradients: null,
      weightGradients: null,
      distinctUnits: new Set(alike).size,
      theory: null,
      places:
        shape.conv === null
          ? null
          : {
              side: shape.conv.side,
              activations: placeSquares(kernels, activations, shape.places, shape.units),
              theory: null,
              gradients: null,
            },
    });
    yield TICK;
  }

  const gradients: Summary[] = [];
  yield* trainer.paced.gradients(step, (layer, dz) => {
    if (layer <= hidden.length) gradients[layer - 1] = summary(dz, domains.gradients);
  });
  const shrink = trainer.clipping();
  const layers = forward.map((stats, index): LayerStats => {
    const dW = hidden[index]?.weightGradient;
    return {
      ...stats,
      gradients: gradients[index] ?? null,
      weightGradients: dW === undefined ? null : summary(dW, domains.weightGradients),
    };
  });
  const readings = network.layers.map((layer, index): LayerReading => {
    const size = rms(kernels.view(layer.weights));
    return {
      layer: index + 1,
      gradientToWeight: rms(kernels.view(layer.weightGradient)) / size,
      updateToWeight: updateRms(kernels, layer, trainer.velocityOf, train, shrink) / size,
      saturated: layers[index]?.activations.saturated ?? 0,
      dead: dead[index] ?? 0,
    };
  });
  return {
    step,
    loss,
    correct,
    count: test.count,
    inputs: test.features,
    chanceLoss: Math.log(classes),
    readings,
    input,
    layers: wanted ? layers : [],
    verdict: judge(input.rms, layers),
    boundary,
    units,
    matrix:
      shown === undefined || matrix === null
        ? null
        : sampleWeights(kernels, shown.weights, shown.shape, matrix.limit),
    weights: smallWeights(kernels, network.layers),
    mistakes: wrong,
    maps: features,
  };
}
