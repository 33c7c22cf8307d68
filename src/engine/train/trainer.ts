/** A network in training: one step, and what can be read of it between steps. */
import type { Kernels } from '../kernels.ts';
import { planOf } from '../run.ts';
import type { TrainConfig } from './config.ts';
import { racing } from './config.ts';
import { clip, descend, parameters } from './descend.ts';
import { sourceOf } from './examples.ts';
import { allocateNetwork, backward, forward } from './network.ts';
import type { Network } from './network.ts';
import { drawStart } from './start.ts';

/** Gradients longer than this are shortened to it by the rescue `clip`. */
export const CLIP_NORM = 1;

/** What is recorded between steps. */
export interface TrainRecord {
  readonly step: number;
  /** Mean softmax cross-entropy and share of right answers on the test examples. */
  readonly loss: number;
  readonly accuracy: number;
  /** Mean |dC/dW¹| of the mini-batch that comes next. */
  readonly firstLayerGradient: number;
  /** Per hidden layer: units with bitwise different incoming weights, biases and outputs. */
  readonly distinctUnits: readonly number[];
}

export interface Trainer {
  readonly network: Network;
  /** Trains on mini-batch `step` and gives its loss before the update. */
  readonly step: (step: number) => number;
  readonly record: (step: number) => TrainRecord;
  /** All that a step changes, one after the other. */
  readonly save: () => Float32Array;
  readonly load: (saved: Float32Array) => void;
}

/** Allocates everything at once; a step allocates nothing. Throws OutOfMemory. */
export function createTrainer({ experiment, train }: TrainConfig, kernels: Kernels): Trainer {
  const plan = planOf(racing(experiment));
  const { config, architecture } = plan;
  const source = sourceOf(config.input, config.seed);
  const { test, features } = source;
  const classes = architecture.output?.fanOut ?? source.classes;
  const sizes = [features, ...architecture.hidden.map(({ fanOut }) => fanOut), classes];
  const rows = train.trainBatch;
  const network = allocateNetwork(kernels, {
    sizes,
    act: config.act,
    rows: Math.max(rows, test.count),
    batchNorm: train.rescues.includes('batch_norm'),
    residual: train.rescues.includes('residual'),
  });
  const learned = parameters(network);
  const running = network.layers.flatMap(({ norm }) =>
    norm === null ? [] : [norm.runningMean, norm.runningVariance],
  );
  const kept = [...learned.flatMap(({ value, velocity }) => [value, velocity]), ...running];
  const labels = new Uint8Array(rows);
  const inputs = kernels.slice(network.input, 0, rows * features);
  const all = kernels.slice(network.input, 0, test.count * features);
  const dLogits = kernels.slice(network.dz, 0, rows * classes);
  const dTest = kernels.slice(network.dz, 0, test.count * classes);

  kernels.view(all).set(test.values);
  drawStart(kernels, plan, network, test.count);

  /** Leaves the gradients of mini-batch `step`; its loss. */
  function gradients(step: number): number {
    source.batch(step, kernels.view(inputs), labels);
    const logits = kernels.slice(forward(kernels, network, rows, true), 0, rows * classes);
    const { loss } = kernels.softmaxCrossEntropy(logits, labels, dLogits, rows, classes);
    backward(kernels, network, rows);
    return loss;
  }

  function distinct(): readonly number[] {
    return network.layers.flatMap(({ act, weights, bias, h, fanIn, fanOut }) => {
      if (act === null) return [];
      const w = kernels.fingerprints(weights, fanOut, fanIn, false);
      const b = kernels.fingerprints(bias, fanOut, 1, false);
      const outputs = kernels.slice(h, 0, test.count * fanOut);
      const o = kernels.fingerprints(outputs, test.count, fanOut, true);
      return [new Set(Array.from(w, (word, i) => `${word},${b[i]},${o[i]}`)).size];
    });
  }

  return {
    network,
    step(step) {
      const loss = gradients(step);
      if (train.rescues.includes('clip')) clip(kernels, learned, CLIP_NORM);
      descend(kernels, learned, train.lr, train.momentum);
      return loss;
    },
    record(step) {
      const moments = running.map((tensor) => kernels.view(tensor).slice());
      gradients(step);
      const first = network.layers[0];
      const dW = first === undefined ? [] : kernels.view(first.weightGradient);
      let sum = 0;
      for (let i = 0; i < dW.length; i += 1) sum += Math.abs(dW[i] ?? 0);
      // Looking at a mini-batch must not teach batch normalisation anything.
      running.forEach((tensor, i) => kernels.view(tensor).set(moments[i] ?? []));
      kernels.view(all).set(test.values);
      const logits = forward(kernels, network, test.count, false);
      const z = kernels.slice(logits, 0, test.count * classes);
      const { loss, correct } = kernels.softmaxCrossEntropy(
        z,
        test.labels,
        dTest,
        test.count,
        classes,
      );
      const accuracy = correct / test.count;
      const firstLayerGradient = sum / Math.max(1, dW.length);
      return { step, loss, accuracy, firstLayerGradient, distinctUnits: distinct() };
    },
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
      let at = 0;
      for (const tensor of kept) {
        kernels.view(tensor).set(saved.subarray(at, at + tensor.length));
        at += tensor.length;
      }
    },
  };
}
