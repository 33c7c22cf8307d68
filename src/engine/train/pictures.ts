/** Pictures from a network that learns from pictures: feature maps, kernels, misclassified examples. */
import { inputOf } from '../data/inputs.ts';
import type { Kernels } from '../kernels.ts';
import type { Layer } from './network.ts';
import type { Trainer } from './trainer.ts';

/** A test picture with the network's answer. */
export interface Answered {
  /** Index among the test examples, from 0. */
  readonly example: number;
  readonly label: number;
  readonly answer: number;
  /** The picture as it enters the network, `[side × side]`. */
  readonly values: Float32Array<ArrayBuffer>;
}

export interface FeatureMaps {
  readonly layer: number;
  readonly side: number;
  readonly picture: Answered;
  /** Activations of every channel, `[units × side × side]`. */
  readonly maps: Float32Array<ArrayBuffer>;
  readonly units: number;
  /** Weights of the kernels, `[units × channels × kernel × kernel]`. */
  readonly kernels: Float32Array<ArrayBuffer>;
  readonly channels: number;
  readonly kernel: number;
}

export interface Mistakes {
  readonly side: number;
  readonly count: number;
  /** The first misclassified pictures, at most `MAX_MISTAKES`. */
  readonly shown: readonly Answered[];
}

/** Largest number of misclassified pictures to return. */
export const MAX_MISTAKES = 24;

function largest(values: ArrayLike<number>, from: number, count: number): number {
  let at = 0;
  for (let i = 1; i < count; i += 1) {
    if ((values[from + i] ?? 0) > (values[from + at] ?? 0)) at = i;
  }
  return at;
}

/** One test example with the network's answer; call after `trainer.evaluate()`. */
function answered(
  { network, classes, test }: Trainer,
  kernels: Kernels,
  example: number,
): Answered {
  const logits = network.layers.at(-1)?.z;
  const { features, values, labels } = test;
  return {
    example,
    label: labels[example] ?? 0,
    answer: logits === undefined ? 0 : largest(kernels.view(logits), example * classes, classes),
    values: values.slice(example * features, (example + 1) * features),
  };
}

/** Reorders weights `[units × taps × channels]` into one picture of taps per pair of output and input channel. */
function kernelPictures(
  weights: ArrayLike<number>,
  units: number,
  taps: number,
  channels: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(units * channels * taps);
  for (let unit = 0; unit < units; unit += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      for (let tap = 0; tap < taps; tap += 1) {
        out[(unit * channels + channel) * taps + tap] =
          weights[(unit * taps + tap) * channels + channel] ?? 0;
      }
    }
  }
  return out;
}

/** Reorders `values [places × units]` of one example into one picture per unit. */
function unitPictures(
  values: ArrayLike<number>,
  from: number,
  places: number,
  units: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(units * places);
  for (let place = 0; place < places; place += 1) {
    for (let unit = 0; unit < units; unit += 1) {
      out[unit * places + place] = values[from + place * units + unit] ?? 0;
    }
  }
  return out;
}

/**
 * The feature maps of a layer; call after `trainer.evaluate()`. `null` if the layer is not a
 * convolution or the depth is 0.
 */
export function featureMaps(
  trainer: Trainer,
  kernels: Kernels,
  at: { readonly layer: number; readonly example: number },
): FeatureMaps | null {
  const { network, test } = trainer;
  const layer: Layer | undefined = network.layers[at.layer - 1];
  if (layer === undefined || layer.shape.conv === null) return null;
  const { units, places, outputs, conv } = layer.shape;
  const example = Math.min(at.example, test.count - 1);
  return {
    layer: at.layer,
    side: conv.side,
    picture: answered(trainer, kernels, example),
    maps: unitPictures(kernels.view(layer.h), example * outputs, places, units),
    units,
    kernels: kernelPictures(kernels.view(layer.weights), units, conv.kernel ** 2, conv.channels),
    channels: conv.channels,
    kernel: conv.kernel,
  };
}

/** The mistakes on the test set; call after `trainer.evaluate()`. `null` if the examples are not recorded pictures. */
export function mistakes(trainer: Trainer, kernels: Kernels): Mistakes | null {
  const input = inputOf(trainer.config.input);
  if (input.kind !== 'recorded' || input.side === null) return null;
  const shown: Answered[] = [];
  let count = 0;
  for (let example = 0; example < trainer.test.count; example += 1) {
    const picture = answered(trainer, kernels, example);
    if (picture.answer === picture.label) continue;
    count += 1;
    if (shown.length < MAX_MISTAKES) shown.push(picture);
  }
  return { side: input.side, count, shown };
}
