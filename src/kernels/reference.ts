/**
 * The kernels in plain TypeScript: the definition of correct, and what runs where there is no wasm SIMD.
 * float32 tensors are summed in float32, one product after the other, as the fast builds do.
 */
import { ACTIVATIONS } from '../engine/activations.ts';
import type { Kernels, Tensor } from '../engine/kernels.ts';
import { normal, uniform } from '../engine/rng.ts';
import { truncated } from './inverseNormal.ts';
import { histogram, measure } from './measure.ts';
import type { Stack } from './memory.ts';
import { createStack } from './memory.ts';
import { orthogonal } from './orthogonal.ts';
import { roundTo } from './precision.ts';

type Values = Float32Array | Float64Array;

const exact = (x: number): number => x;
/** The rounding that one operation on this tensor's numbers does. */
const rounding = (tensor: Tensor): ((x: number) => number) =>
  tensor.type === 'f64' ? exact : Math.fround;

const PRIME = 0x100000001b3n;
const WORD = 0xffffffffffffffffn;

/** Two chained 32-bit FNV-style hashes of a line of numbers, side by side in 64 bits. */
function fingerprint(bits: Uint32Array, first: number, step: number, count: number): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < count; i += 1) {
    hash = ((hash ^ BigInt(bits[first + i * step] ?? 0)) * PRIME) & WORD;
    hash ^= hash >> 29n;
  }
  return hash;
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

/** The reference on a given stack: the fast builds use it for what they do not do themselves. */
export function referenceOver(stack: Stack): Kernels {
  const { view } = stack;

  function fill(out: Tensor, draw: (i: number) => number): void {
    const values = view(out);
    for (let i = 0; i < values.length; i += 1) values[i] = draw(i);
  }

  /** `out[i, j] = Σ_p a[i, p] · b[p, j]` with the operands' strides. */
  function product(
    [a, rowA, stepA]: readonly [Tensor, number, number],
    [b, stepB, colB]: readonly [Tensor, number, number],
    out: Tensor,
    [m, n, k]: readonly [number, number, number],
  ): void {
    const x: Values = view(a);
    const y: Values = view(b);
    const z: Values = view(out);
    const round = rounding(out);
    for (let i = 0; i < m; i += 1) {
      for (let j = 0; j < n; j += 1) {
        let sum = 0;
        for (let p = 0; p < k; p += 1) {
          const term = (x[i * rowA + p * stepA] ?? 0) * (y[p * stepB + j * colB] ?? 0);
          sum = round(sum + round(term));
        }
        z[i * n + j] = sum;
      }
    }
  }

  return {
    build: 'reference',
    ...stack,

    fillConstant: (out, value) => void view(out).fill(value),
    fillNormal(out, key, mean, std, first = 0) {
      const round = rounding(out);
      fill(out, (i) => round(mean + round(std * Math.fround(normal(key, first + i)))));
    },
    fillUniform(out, key, lo, hi, first = 0) {
      const half = (hi - lo) / 2;
      fill(out, (i) => lo + half + half * uniform(key, first + i));
    },
    fillTruncatedNormal(out, key, mean, std, first = 0) {
      fill(out, (i) => mean + std * truncated(uniform(key, first + i)));
    },
    fillOrthogonal(out, rows, cols, key, gain) {
      orthogonal(view(out), rows, cols, (counter) => normal(key, counter), gain);
    },

    matmulNT: (a, b, out, m, n, k) => product([a, k, 1], [b, 1, k], out, [m, n, k]),
    matmulNN: (a, b, out, m, n, k) => product([a, k, 1], [b, n, 1], out, [m, n, k]),
    matmulTN: (a, b, out, m, n, k) => product([a, 1, m], [b, n, 1], out, [m, n, k]),

    addBias(values, bias, rows, cols) {
      const x = view(values);
      const b = view(bias);
      for (let i = 0; i < rows * cols; i += 1) x[i] = (x[i] ?? 0) + (b[i % cols] ?? 0);
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
      const { f } = ACTIVATIONS[act.id];
      const x = view(z);
      fill(h, (i) => f(x[i] ?? 0, act.params));
    },
    activateBackward(act, z, g) {
      const { df } = ACTIVATIONS[act.id];
      const x = view(z);
      const gradient = view(g);
      fill(g, (i) => (gradient[i] ?? 0) * df(x[i] ?? 0, act.params));
    },
    round(values, precision) {
      if (precision === 'float32' || precision === 'float64') return;
      const x = view(values);
      fill(values, (i) => roundTo(x[i] ?? 0, precision));
    },
    scale(values, factor) {
      const x = view(values);
      fill(values, (i) => (x[i] ?? 0) * factor);
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
    descend(weights, gradient, velocity, rate, momentum) {
      const w = view(weights);
      const g = view(gradient);
      const v = view(velocity);
      for (let i = 0; i < w.length; i += 1) {
        v[i] = momentum * (v[i] ?? 0) + (g[i] ?? 0);
        w[i] = (w[i] ?? 0) - rate * (v[i] ?? 0);
      }
    },

    measure: (values, request) => measure(view(values), request),
    histogram: (values, lo, hi, bins) => histogram(view(values), lo, hi, bins),
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
        if (words === 2) mark ^= (fingerprint(bits, first + 1, step, count) << 1n) & WORD;
        marks[line] = mark;
      }
      return marks;
    },
  };
}
