/**
 * The kernels in plain TypeScript: the reference for tests, and the fallback where there is no wasm SIMD.
 * float32 tensors are summed in float32, one product after the other, as in the fast builds. Standard draws are float32
 * for both types, so that float64 gives the same net.
 */
import { meanCosine } from '../engine/measure/similarity.ts';
import { activation } from '../engine/rules/activations.ts';
import { fillsOver, rounding } from '../engine/weights/fills.ts';
import type { Kernels, Tensor } from '../engine/kernels.ts';
import { convolve, convolveBackward, convolveWeights } from './convolution.ts';
import { columnSquares, spreadBetweenRows } from './columns.ts';
import { histogram, measure } from './measure.ts';
import type { Stack } from './memory.ts';
import { createStack } from './memory.ts';
import { roundTo } from './precision.ts';
import type { Operand } from './product.ts';
import { product } from './product.ts';

/** Two 32-bit hashes of a line of words, joined into 64 bits; finalised like MurmurHash3 (A. Appleby). */
function fingerprint(bits: Uint32Array, first: number, step: number, count: number): bigint {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let i = 0; i < count; i += 1) {
    const word = bits[first + i * step] ?? 0;
    high = Math.imul(high ^ word, 0xcc9e2d51);
    high ^= high >>> 15;
    low = Math.imul(low ^ word, 0x1b873593);
    low ^= low >>> 13;
  }
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

export function createReference(): Kernels {
  let buffer = new ArrayBuffer(2 ** 20);
  return referenceOver(
    createStack({
      start: 0,
      buffer: () => buffer,
      grow(bytes) {
        try {
          const larger = new ArrayBuffer(Math.max(bytes, Math.min(2 * buffer.byteLength, 2 ** 31)));
          new Uint8Array(larger).set(new Uint8Array(buffer));
          buffer = larger;
          return true;
        } catch {
          return false;
        }
      },
    }),
  );
}

/** The reference kernels on a given stack; the fast builds use them for operations they do not implement. */
export function referenceOver(stack: Stack): Kernels {
  const { view } = stack;

  function fill(out: Tensor, draw: (i: number) => number): void {
    const values = view(out);
    for (let i = 0; i < values.length; i += 1) values[i] = draw(i);
  }

  const operand = (tensor: Tensor, line: number, step: number): Operand => ({
    values: view(tensor),
    line,
    step,
  });

  const descend: Kernels['descend'] = (weights, gradient, velocity, rate, momentum) => {
    const w = view(weights);
    const g = view(gradient);
    if (velocity !== null) {
      const v = view(velocity);
      for (let i = 0; i < v.length; i += 1) v[i] = momentum * (v[i] ?? 0) + (g[i] ?? 0);
    }
    const v = velocity === null ? g : view(velocity);
    for (let i = 0; i < w.length; i += 1) w[i] = (w[i] ?? 0) - rate * (v[i] ?? 0);
  };

  return {
    build: 'reference',
    ...stack,

    ...fillsOver(view),

    matmulNT: (a, b, out, m, n, k) =>
      product(operand(a, k, 1), operand(b, k, 1), view(out), m, n, k),
    matmulNN: (a, b, out, m, n, k) =>
      product(operand(a, k, 1), operand(b, 1, n), view(out), m, n, k),
    matmulTN: (a, b, out, m, n, k) =>
      product(operand(a, 1, m), operand(b, 1, n), view(out), m, n, k),

    convolve: (shape, x, weights, out, batch) =>
      convolve(shape, view(x), view(weights), view(out), batch),
    convolveBackward: (shape, dz, weights, dx, batch) =>
      convolveBackward(shape, view(dz), view(weights), view(dx), batch),
    convolveWeights: (shape, dz, x, dWeights, batch) =>
      convolveWeights(shape, view(dz), view(x), view(dWeights), batch),

    addBias(values, bias, rows, cols) {
      const x = view(values);
      const b = view(bias);
      for (let at = 0; at < rows * cols; at += cols) {
        for (let col = 0; col < cols; col += 1) x[at + col] = (x[at + col] ?? 0) + (b[col] ?? 0);
      }
    },
    sumRows(values, out, rows, cols) {
      const x = view(values);
      const round = rounding(out);
      fill(stack.slice(out, 0, cols), (col) => {
        let sum = 0;
        for (let row = 0; row < rows; row += 1) sum = round(sum + (x[row * cols + col] ?? 0));
        return sum;
      });
    },
    activate(act, z, h) {
      const { f } = activation(act.id).curve(act.params);
      const x = view(z);
      const y = view(h);
      for (let i = 0; i < y.length; i += 1) y[i] = f(x[i] ?? 0);
    },
    activateBackward(act, z, g) {
      const { df } = activation(act.id).curve(act.params);
      const x = view(z);
      const gradient = view(g);
      for (let i = 0; i < gradient.length; i += 1) {
        gradient[i] = (gradient[i] ?? 0) * df(x[i] ?? 0);
      }
    },
    round(values, precision) {
      if (precision === 'float32' || precision === 'float64') return;
      const x = view(values);
      for (let i = 0; i < x.length; i += 1) x[i] = roundTo(x[i] ?? 0, precision);
    },
    scale(values, factor) {
      const x = view(values);
      const held = rounding(values)(factor);
      for (let i = 0; i < x.length; i += 1) x[i] = (x[i] ?? 0) * held;
    },

    softmaxCrossEntropy(logits, labels, gradient, batch, classes) {
      const z = view(logits);
      const g = view(gradient);
      let loss = 0;
      let correct = 0;
      for (let row = 0; row < batch; row += 1) {
        const at = row * classes;
        const label = labels[row] ?? 0;
        let best = 0;
        for (let c = 1; c < classes; c += 1) if ((z[at + c] ?? 0) > (z[at + best] ?? 0)) best = c;
        const top = z[at + best] ?? 0;
        let sum = 0;
        for (let c = 0; c < classes; c += 1) sum += Math.exp((z[at + c] ?? 0) - top);
        loss += Math.log(sum) - ((z[at + label] ?? 0) - top);
        if (best === label) correct += 1;
        for (let c = 0; c < classes; c += 1) {
          const share = Math.exp((z[at + c] ?? 0) - top) / sum;
          g[at + c] = (share - (c === label ? 1 : 0)) / batch;
        }
      }
      return { loss: loss / batch, correct };
    },
    descend,
    descendTN(a, b, gradient, weights, [m, n, k], rate) {
      product(operand(a, 1, m), operand(b, 1, n), view(gradient), m, n, k);
      descend(weights, gradient, null, rate, 0);
    },

    measure: (values, request) => measure(view(values), request),
    histogram: (values, lo, hi, bins) => histogram(view(values), lo, hi, bins),
    spreadBetweenRows: (values, cols) => spreadBetweenRows(view(values), cols),
    meanCosine: (values, rows) => meanCosine(view(values), rows),
    columnSquares: (values, cols) => columnSquares(view(values), cols),
    fingerprints(values, rows, cols, columns) {
      const words = values.type === 'f64' ? 2 : 1;
      const bits = new Uint32Array(view(values).buffer, values.pointer, values.length * words);
      const lines = columns ? cols : rows;
      const marks = new BigUint64Array(lines);
      for (let line = 0; line < lines; line += 1) {
        const first = (columns ? line : line * cols) * words;
        const step = (columns ? cols : 1) * words;
        const count = columns ? rows : cols;
        let mark = fingerprint(bits, first, step, count);
        if (words === 2) mark ^= fingerprint(bits, first + 1, step, count) << 1n;
        marks[line] = mark;
      }
      return marks;
    },
  };
}
