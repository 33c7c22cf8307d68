/** The same work in other libraries, written as in their documentation; one thread each. */
import { init, defaultDevice, numpy as np, random } from '@jax-js/jax';
import '@tensorflow/tfjs-backend-cpu';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { convForward, convSgd } from './convPeers.mjs';
import { histogram } from './histogram.mjs';

export const scaleOf = ({ width, act }) => Math.sqrt((act === 'relu' ? 2 : 1) / width);

async function tensorflow(backend) {
  if (backend === 'wasm') {
    setWasmPaths('/node_modules/@tensorflow/tfjs-backend-wasm/dist/');
    setThreadsCount(1);
  }
  const select = async () => {
    await tf.setBackend(backend);
    await tf.ready();
  };
  const summarize = (x) => {
    const { mean, variance } = tf.moments(x);
    const counts = histogram(x.dataSync());
    return mean.dataSync()[0] + Math.sqrt(variance.dataSync()[0]) + counts[32];
  };
  return {
    name: `TensorFlow.js ${backend}`,
    largest: backend === 'cpu' ? 256 : 1024,
    async product(n) {
      await select();
      const a = tf.randomNormal([n, n]);
      const b = tf.randomNormal([n, n]);
      return async () => {
        await select();
        const c = tf.matMul(a, b);
        c.dataSync();
        c.dispose();
      };
    },
    async experiment(shape) {
      await select();
      const { depth, width, batch, act } = shape;
      let check = 0;
      let h = tf.randomNormal([batch, width]);
      for (let layer = 0; layer < depth; layer += 1) {
        h = tf.tidy(() => {
          const w = tf.randomNormal([width, width], 0, scaleOf(shape));
          const z = tf.matMul(h, w);
          const next = act === 'tanh' ? tf.tanh(z) : tf.relu(z);
          check += summarize(w) + summarize(z) + summarize(next);
          h.dispose();
          return next;
        });
      }
      h.dispose();
      return check;
    },
  };
}

async function startWasm() {
  setWasmPaths('/node_modules/@tensorflow/tfjs-backend-wasm/dist/');
  setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
}

/** Prepares `tf.train.sgd` on the same network; each call trains on `steps` mini-batches. */
async function sgd({ sizes, batch, act, rate }) {
  await startWasm();
  const layers = sizes.slice(1).map((fanOut, i) => ({
    w: tf.variable(tf.randomNormal([sizes[i], fanOut], 0, scaleOf({ width: sizes[i], act }))),
    b: tf.variable(tf.zeros([fanOut])),
  }));
  const x = tf.randomNormal([batch, sizes[0]]);
  const labels = tf.oneHot(
    tf.tensor1d(
      Array.from({ length: batch }, (_, i) => i % sizes.at(-1)),
      'int32',
    ),
    sizes.at(-1),
  );
  const optimizer = tf.train.sgd(rate);
  const loss = () => {
    let h = x;
    layers.forEach(({ w, b }, i) => {
      const z = tf.add(tf.matMul(h, w), b);
      h = i === layers.length - 1 ? z : act === 'tanh' ? tf.tanh(z) : tf.relu(z);
    });
    return tf.losses.softmaxCrossEntropy(labels, h);
  };
  return async (steps) => {
    for (let step = 0; step < steps; step += 1) optimizer.minimize(loss);
    await layers[0].w.data();
  };
}

/** The forward run and the training of convolutional networks. */
export async function convPeer(trained) {
  await startWasm();
  return { name: 'TensorFlow.js wasm', forward: convForward, train: convSgd(trained) };
}

export const trainers = () => [{ name: 'TensorFlow.js wasm, tf.train.sgd', prepare: sgd }];

async function jax() {
  await init('wasm');
  defaultDevice('wasm');
  const summarize = async (x) => {
    const mean = await np.mean(x.ref).data();
    // oxlint-disable-next-line no-underscore-dangle -- the library's name
    const variance = await np.var_(x.ref).data();
    return mean[0] + Math.sqrt(variance[0]) + histogram(await x.data())[32];
  };
  return {
    name: 'jax-js wasm',
    largest: 1024,
    async product(n) {
      const a = random.normal(random.key(1), [n, n]);
      const b = random.normal(random.key(2), [n, n]);
      await a.blockUntilReady();
      await b.blockUntilReady();
      return async () => {
        const c = np.matmul(a.ref, b.ref);
        await c.data();
      };
    },
    async experiment(shape) {
      const { depth, width, batch, act } = shape;
      let check = 0;
      let h = random.normal(random.key(0), [batch, width]);
      for (let layer = 0; layer < depth; layer += 1) {
        const w = random.normal(random.key(layer + 1), [width, width]).mul(scaleOf(shape));
        const z = np.matmul(h, w.ref);
        const next = act === 'tanh' ? np.tanh(z.ref) : np.maximum(z.ref, 0);
        check += (await summarize(w)) + (await summarize(z)) + (await summarize(next.ref));
        h = next;
      }
      await h.data();
      return check;
    },
  };
}

export async function peers() {
  const all = [];
  for (const make of [() => tensorflow('wasm'), () => tensorflow('cpu'), jax]) {
    try {
      all.push(await make());
    } catch (problem) {
      console.warn('a peer did not start:', String(problem));
    }
  }
  return all;
}
