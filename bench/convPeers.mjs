/** Convolutional networks in TensorFlow.js on one thread; peers.mjs sets the backend before. */
import * as tf from '@tensorflow/tfjs-core';
import { histogram } from './histogram.mjs';

const SIDE = 8;
const KERNEL = 3;

/** The gradient of a filter, as one matrix product per kernel position; the wasm backend has no such operation. */
function filterGradient(dy, input, filter) {
  const [batch, side, , channels] = input.shape;
  const padded = tf.pad(input, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  const lines = tf.reshape(dy, [-1, dy.shape[3]]);
  const taps = Array.from({ length: KERNEL * KERNEL }, (_, tap) => {
    const from = [0, Math.floor(tap / KERNEL), tap % KERNEL, 0];
    const seen = tf.slice(padded, from, [batch, side, side, channels]);
    return tf.matMul(tf.reshape(seen, [-1, channels]), lines, true, false);
  });
  return tf.reshape(tf.stack(taps), filter.shape);
}

const conv = tf.customGrad((x, w, save) => {
  save([x, w]);
  return {
    value: tf.conv2d(x, w, 1, 'same'),
    gradFunc: (dy, [input, filter]) => [
      tf.conv2dTranspose(dy, filter, input.shape, 1, 'same'),
      filterGradient(dy, input, filter),
    ],
  };
});

const weights = (inputs, units) =>
  tf.randomNormal([KERNEL, KERNEL, inputs, units], 0, Math.sqrt(2 / (KERNEL * KERNEL * inputs)));

/** Draws weights, convolves, applies ReLU, and computes mean, standard deviation and histogram of weights, z and h. */
export async function convForward({ depth, channels, batch }) {
  const summarize = (x) => {
    const { mean, variance } = tf.moments(x);
    const counts = histogram(x.dataSync());
    return mean.dataSync()[0] + Math.sqrt(variance.dataSync()[0]) + counts[32];
  };
  let check = 0;
  let h = tf.randomNormal([batch, SIDE, SIDE, channels]);
  for (let layer = 0; layer < depth; layer += 1) {
    h = tf.tidy(() => {
      const w = weights(channels, channels);
      const z = tf.conv2d(h, w, 1, 'same');
      const next = tf.relu(z);
      check += summarize(w) + summarize(z) + summarize(next);
      h.dispose();
      return next;
    });
  }
  h.dispose();
  return check;
}

/** Prepares `tf.train.sgd`: one-channel images, `depth` convolutions, a dense head. Each call trains `steps` steps. */
export function convSgd({ depth, channels, batch, classes, rate }) {
  const kernels = Array.from({ length: depth }, (_, i) =>
    tf.variable(weights(i === 0 ? 1 : channels, channels)),
  );
  const biases = kernels.map(() => tf.variable(tf.zeros([channels])));
  const inputs = SIDE * SIDE * channels;
  const head = tf.variable(tf.randomNormal([inputs, classes], 0, Math.sqrt(2 / inputs)));
  const headBias = tf.variable(tf.zeros([classes]));
  const x = tf.randomNormal([batch, SIDE, SIDE, 1]);
  const numbers = Array.from({ length: batch }, (_, i) => i % classes);
  const labels = tf.oneHot(tf.tensor1d(numbers, 'int32'), classes);
  const optimizer = tf.train.sgd(rate);
  const loss = () => {
    let h = x;
    kernels.forEach((w, i) => {
      h = tf.relu(tf.add(conv(h, w), biases[i]));
    });
    const logits = tf.add(tf.matMul(tf.reshape(h, [batch, inputs]), head), headBias);
    return tf.losses.softmaxCrossEntropy(labels, logits);
  };
  return async (steps) => {
    for (let step = 0; step < steps; step += 1) optimizer.minimize(loss);
    await head.data();
  };
}
