/** A network in training: single steps, and measurements between them. */
import type { Examples } from '../data/examples.ts';
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { finish } from '../pace.ts';
import { descendWeights } from '../passes/layerProducts.ts';
import { asGiven, planOf } from '../passes/plan.ts';
import type { ExperimentConfig } from '../types.ts';
import { beginMoments } from './batchNorm.ts';
import type { TrainConfig } from './config.ts';
import { toRaceConfig } from './config.ts';
import { clip, clipFactor, descend, parameters } from './descend.ts';
import { drawMask } from './dropout.ts';
import { equalUnits } from './equalUnits.ts';
import { balancedAccuracy } from './balancedAccuracy.ts';
import { sourceOf } from './examples.ts';
import { backward, isBackwardShort } from './backward.ts';
import type { BackwardOptions, WithWeights } from './backward.ts';
import { head } from './elements.ts';
import { forward } from './forward.ts';
import { allocateNetwork } from './network.ts';
import type { Network } from './network.ts';
import { addPrior, drawStart, push } from './start.ts';

/** The rescue `clip` scales gradients with a larger norm down to this norm. */
export const CLIP_NORM = 1;

/** Measurements recorded between steps. */
export interface TrainRecord {
  readonly step: number;
  /**
   * Mean softmax cross-entropy and accuracy on the test examples. With classes of unequal size this is the balanced
   * accuracy, since always answering a frequent class would give a high accuracy.
   */
  readonly loss: number;
  readonly accuracy: number;
  /** Mean |dC/dW¹| of the next mini-batch. */
  readonly firstLayerGradient: number;
  /** Per hidden layer: units with bitwise different incoming weights, biases and outputs. */
  readonly distinctUnits: readonly number[];
}

export interface Evaluation {
  readonly loss: number;
  readonly correct: number;
}

type Visit = (layer: number, dz: Tensor) => void;

export interface Trainer {
  readonly network: Network;
  /** The complete config of the network. */
  readonly config: ExperimentConfig;
  /** Outputs of the network; at least the classes of the data. */
  readonly classes: number;
  readonly test: Examples;
  /**
   * Trains on mini-batch `step` and returns its loss before the update. What the layers' gradients hold afterwards is
   * not defined; those that `gradients` has computed for this step before are used, and not computed again.
   */
  readonly step: (step: number) => number;
  readonly record: (step: number) => TrainRecord;
  /**
   * Computes the gradients of mini-batch `step` without an update and returns its loss. `visit` is called with
   * dC/dz of each layer in the backward pass.
   */
  readonly gradients: (step: number, visit?: Visit) => number;
  /** The same with pauses. Abandoning one at a pause changes nothing that the next step depends on. */
  readonly paced: {
    readonly step: (step: number) => Generator<Tick, number, void>;
    readonly record: (step: number) => Generator<Tick, TrainRecord, void>;
    readonly gradients: (step: number, visit?: Visit) => Generator<Tick, number, void>;
    readonly evaluate: () => Generator<Tick, Evaluation, void>;
  };
  /** The factor that the rescue `clip` would put on the current gradients; 1 without it. */
  readonly clipping: () => number;
  /** The velocity of a learned tensor; `null` without momentum. */
  readonly velocityOf: (value: Tensor) => Tensor | null;
  /** Propagates the test examples; afterwards z and h of every layer hold their values. */
  readonly evaluate: () => Evaluation;
  /** The complete state that the next step depends on, as one array. */
  readonly save: () => Float32Array<ArrayBuffer>;
  readonly load: (saved: Float32Array) => void;
}

/** Allocates everything at once; a step allocates nothing. Throws OutOfMemory. */
export function createTrainer({ experiment, train }: TrainConfig, kernels: Kernels): Trainer {
  const plan = planOf(toRaceConfig(experiment));
  const { config, architecture } = plan;
  const source = sourceOf(config.input, config.seed, train.imbalance);
  const { features } = source;
  const test = { ...source.test, values: source.test.values.slice() };
  asGiven(test.values, config);
  const classes = architecture.output?.units ?? source.classes;
  const rows = train.trainBatch;
  const network = allocateNetwork(kernels, {
    layers: plan.layers,
    act: config.act,
    rows: Math.max(rows, test.count),
    keep: train.keep,
  });
  const learned = parameters(network);
  const matrices = new Set(network.layers.map(({ weights }) => weights));
  const others = learned.filter(({ value }) => !matrices.has(value));
  const running = network.layers.flatMap(({ norm }) =>
    norm?.kind === 'batch' ? [norm.runningMean, norm.runningVariance] : [],
  );
  // Without momentum a velocity would be just the last gradient, which the next step does not need.
  const velocities =
    train.momentum === 0 ? null : learned.map(({ value }) => kernels.allocate(value.length, 'f32'));
  const kept = [...learned.map(({ value }) => value), ...(velocities ?? []), ...running];
  const clips = train.rescues.includes('clip');
  const labels = new Uint8Array(rows);
  const inputs = kernels.slice(network.input, 0, rows * features);
  const all = kernels.slice(network.input, 0, test.count * features);
  const dLogits = kernels.slice(network.dz, 0, rows * classes);
  const dTest = kernels.slice(network.dz, 0, test.count * classes);

  kernels.view(all).set(test.values);
  drawStart(kernels, plan, network, test.count);
  if (train.priorBias) addPrior(kernels, network, source.shares);
  if (train.nudge !== null) push(kernels, network, train.nudge);
  if (running.length > 0) {
    kernels.view(all).set(test.values);
    finish(forward(kernels, network, test.count, true));
    for (const { norm } of network.layers) {
      if (norm?.kind === 'batch') beginMoments(kernels, norm);
    }
  }

  const moments = running.map((tensor) => new Float32Array(tensor.length));
  const keepMoments = (): void =>
    running.forEach((tensor, i) => moments[i]?.set(kernels.view(tensor)));
  const restoreMoments = (): void =>
    running.forEach((tensor, i) => kernels.view(tensor).set(moments[i] ?? []));

  /** The mini-batch whose gradients are in place, from the present weights; `null` if there is none. */
  let inPlace: { readonly step: number; readonly loss: number } | null = null;

  /** Computes the gradients of mini-batch `step` and returns its loss. */
  function* learn(step: number, options?: BackwardOptions): Generator<Tick, number, void> {
    inPlace = null;
    source.batch(step, kernels.view(inputs), labels);
    asGiven(kernels.view(inputs), config);
    network.layers.forEach(({ dropout, shape }, layer) => {
      if (dropout === null) return;
      drawMask(kernels, dropout, config.seed, step, layer, rows * shape.outputs);
    });
    const logits = head(kernels, yield* forward(kernels, network, rows, true), rows * classes);
    const { loss } = kernels.softmaxCrossEntropy(logits, labels, dLogits, rows, classes);
    yield* backward(kernels, network, rows, options);
    return loss;
  }

  function* gradients(step: number, visit?: Visit): Generator<Tick, number, void> {
    keepMoments();
    try {
      const loss = yield* learn(step, { visit });
      // The running moments of batch normalization would be missing.
      if (running.length === 0) inPlace = { step, loss };
      return loss;
    } finally {
      // Computing gradients must not change the running moments of batch normalization.
      restoreMoments();
    }
  }

  /**
   * Whether a step changes each layer's weights as soon as it has passed them backwards, which spares storing their
   * gradient: where nothing else needs it, and the way back makes no pause at which it could be abandoned.
   */
  const descendsAtOnce = !clips && train.momentum === 0 && isBackwardShort(kernels, network, rows);
  const withWeights: WithWeights = ({ shape, weights, weightGradient }, dz, below) =>
    descendWeights(kernels, shape, dz, below, weights, weightGradient, rows, train.lr);

  function* update(step: number): Generator<Tick, number, void> {
    keepMoments();
    let isLearned = false;
    try {
      const given = inPlace?.step === step ? inPlace.loss : null;
      const atOnce = given === null && descendsAtOnce;
      const loss = given ?? (yield* learn(step, atOnce ? { withWeights } : {}));
      isLearned = true;
      inPlace = null;
      if (clips) clip(kernels, learned, CLIP_NORM);
      if (atOnce) descend(kernels, others, null, train.lr, 0);
      else descend(kernels, learned, velocities, train.lr, train.momentum);
      return loss;
    } finally {
      if (!isLearned) restoreMoments();
    }
  }

  function* evaluate(): Generator<Tick, Evaluation, void> {
    kernels.view(all).set(test.values);
    const logits = yield* forward(kernels, network, test.count, false);
    const z = head(kernels, logits, test.count * classes);
    return kernels.softmaxCrossEntropy(z, test.labels, dTest, test.count, classes);
  }

  const distinct = (): readonly number[] =>
    network.layers
      .filter(({ isOutput }) => !isOutput)
      .map((layer) => new Set(equalUnits(kernels, layer, test.count)).size);

  function* record(step: number): Generator<Tick, TrainRecord, void> {
    yield* gradients(step);
    const first = network.layers[0];
    const dW = first === undefined ? [] : kernels.view(first.weightGradient);
    let sum = 0;
    for (let i = 0; i < dW.length; i += 1) sum += Math.abs(dW[i] ?? 0);
    const firstLayerGradient = sum / Math.max(1, dW.length);
    const { loss, correct } = yield* evaluate();
    const logits = network.layers.at(-1)?.z;
    const accuracy =
      train.imbalance === 1 || logits === undefined
        ? correct / test.count
        : balancedAccuracy(kernels.view(logits), test.labels, classes);
    return { step, loss, accuracy, firstLayerGradient, distinctUnits: distinct() };
  }

  return {
    network,
    config,
    classes,
    test,
    step: (step) => finish(update(step)),
    record: (step) => finish(record(step)),
    gradients: (step, visit) => finish(gradients(step, visit)),
    evaluate: () => finish(evaluate()),
    paced: { step: update, record, gradients, evaluate },
    velocityOf: (value) => velocities?.[learned.findIndex((each) => each.value === value)] ?? null,
    clipping: () => (clips ? clipFactor(kernels, learned, CLIP_NORM) : 1),
    save() {
      const saved = new Float32Array(kept.reduce((length, tensor) => length + tensor.length, 0));
      let at = 0;
      for (const tensor of kept) {
        saved.set(kernels.view(tensor), at);
        at += tensor.length;
      }
      return saved;
    },
    load(saved) {
      inPlace = null;
      let at = 0;
      for (const tensor of kept) {
        kernels.view(tensor).set(saved.subarray(at, at + tensor.length));
        at += tensor.length;
      }
    },
  };
}
