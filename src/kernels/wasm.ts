/**
 * The fast kernels: a wasm instance behind the `Kernels` interface. In float64, activations and other simple
 * operations use the reference.
 */
import { ACTIVATION_IDS } from '../engine/types.ts';
import type { ActivationSpec } from '../engine/types.ts';
import type { Kernels, Tensor } from '../engine/kernels.ts';
import { HALF } from '../engine/math/inverseNormal.ts';
import { keepsLoadsInPlace } from './features.ts';
import { createStack } from './memory.ts';
import { drawReflections, reflectionStride } from '../engine/weights/orthogonal.ts';
import { referenceOver } from './reference.ts';
import type { WasmBuild } from './wasmExports.ts';
import { exportsOf } from './wasmExports.ts';
import { measuring } from './wasmMeasure.ts';

const PAGE = 65_536;
/** Largest depth of a product by which the kernels descend without storing it: that of one panel. */
const MAX_DEPTH = 256;

/** The parameter an activation takes in the kernels: leaky ReLU's slope, ELU's α. */
function parameter({ params }: ActivationSpec): number {
  const value = params['slope'] ?? params['alpha'];
  return typeof value === 'number' ? value : 0;
}

/**
 * Kernels with a new wasm instance and its own memory; `module` is one of the two builds, compiled. `tall` decides how
 * fast products are, not their results.
 */
export function instantiate(
  module: WebAssembly.Module,
  build: WasmBuild,
  tall: boolean = keepsLoadsInPlace(),
): Kernels {
  const exports = exportsOf(module);
  const { functions: wasm, memory } = exports;
  wasm.takeTall(tall);
  const stack = createStack({
    start: wasm.heapStart(),
    buffer: () => memory.buffer,
    grow(bytes) {
      try {
        return memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE)) >= 0;
      } catch {
        return false;
      }
    },
  });
  const slow = referenceOver(stack);
  /** Strides are in bytes: rows and steps of a, steps and columns of b. */
  function product(
    a: Tensor,
    [rowA, stepA]: readonly [number, number],
    b: Tensor,
    [stepB, colB]: readonly [number, number],
    out: Tensor,
    [m, n, k]: readonly [number, number, number],
  ): void {
    const wide = out.type === 'f64' ? 8 : 4;
    const run = out.type === 'f64' ? wasm.matmul64 : wasm.matmul;
    const [ra, sa, sb, cb] = [rowA * wide, stepA * wide, stepB * wide, colB * wide];
    run(a.pointer, ra, sa, b.pointer, sb, cb, out.pointer, m, n, k);
  }

  const descend: Kernels['descend'] = (weights, gradient, velocity, rate, momentum) => {
    if (weights.type === 'f64') return slow.descend(weights, gradient, velocity, rate, momentum);
    const [w, g] = [weights.pointer, gradient.pointer];
    if (velocity === null) wasm.step(w, g, weights.length, rate);
    else wasm.descend(w, g, velocity.pointer, weights.length, rate, momentum);
  };

  /** float64 tensors get the standard draws of float32, so that both types give the same net. */
  function widened(
    out: Tensor,
    middle: number,
    factor: number,
    draw: (pointer: number) => unknown,
  ): void {
    const mark = stack.mark();
    const { pointer } = stack.allocate(out.length, 'f32');
    draw(pointer);
    wasm.widen(pointer, out.pointer, out.length, middle, factor);
    stack.release(mark);
  }

  return {
    ...slow,
    ...measuring(exports, stack, slow),
    build,

    fillNormal(out, { k0, k1 }, mean, std, first = 0) {
      if (out.type === 'f32') wasm.fillNormal(out.pointer, out.length, k0, k1, mean, std, first);
      else widened(out, mean, std, (x) => wasm.fillNormal(x, out.length, k0, k1, 0, 1, first));
    },
    fillUniform(out, { k0, k1 }, lo, hi, first = 0) {
      const half = (hi - lo) / 2;
      const [middle, { length }] = [lo + half, out];
      if (out.type === 'f32') wasm.fillUniform(out.pointer, length, k0, k1, middle, half, first);
      else widened(out, middle, half, (x) => wasm.fillUniform(x, length, k0, k1, 0, 1, first));
    },
    fillTruncatedNormal(out, { k0, k1 }, mean, std, first = 0) {
      const { pointer, length } = out;
      const draw = (at: number, middle: number, factor: number): number =>
        wasm.fillTruncatedNormal(at, length, k0, k1, middle, factor, 2 * HALF, first);
      if (out.type === 'f32') draw(pointer, mean, std);
      else widened(out, mean, std, (x) => draw(x, 0, 1));
    },
    fillOrthogonal(out, rows, cols, key, gain) {
      if (out.type === 'f64') return slow.fillOrthogonal(out, rows, cols, key, gain);
      const n = Math.max(rows, cols);
      const count = Math.min(rows, cols);
      const stride = reflectionStride(n);
      const mark = stack.mark();
      const draws = stack.allocate(count * stride, 'f32');
      wasm.fillNormal(draws.pointer, draws.length, key.k0, key.k1, 0, 1, 0);
      const normals = stack.view(draws);
      const { vectors, signs } = drawReflections(n, count, (counter) => normals[counter] ?? 0);
      const v = stack.allocate(count * n, 'f32');
      const d = stack.allocate(count, 'f32');
      stack.view(v).set(vectors);
      stack.view(d).set(signs);
      wasm.reflect(v.pointer, d.pointer, n, count, out.pointer, rows < cols, gain);
      stack.release(mark);
    },

    matmulNT: (a, b, out, m, n, k) => product(a, [k, 1], b, [1, k], out, [m, n, k]),
    matmulNN: (a, b, out, m, n, k) => product(a, [k, 1], b, [n, 1], out, [m, n, k]),
    matmulTN: (a, b, out, m, n, k) => product(a, [1, m], b, [n, 1], out, [m, n, k]),

    convolve(shape, x, weights, out, batch) {
      if (out.type === 'f64') return slow.convolve(shape, x, weights, out, batch);
      const { side, channels, units, kernel, padding } = shape;
      const circular = padding === 'circular';
      const [tap, column] = [4 * channels, 4 * kernel * kernel * channels];
      const [from, w, to] = [x.pointer, weights.pointer, out.pointer];
      const sizes = [batch, side, channels, units, kernel] as const;
      wasm.convolve(from, w, tap, 4, column, to, ...sizes, circular, false);
    },
    convolveBackward(shape, dz, weights, dx, batch) {
      if (dx.type === 'f64') return slow.convolveBackward(shape, dz, weights, dx, batch);
      const { side, channels, units, kernel, padding } = shape;
      const circular = padding === 'circular';
      const [tap, step] = [4 * channels, 4 * kernel * kernel * channels];
      const [from, w, to] = [dz.pointer, weights.pointer, dx.pointer];
      const sizes = [batch, side, units, channels, kernel] as const;
      wasm.convolve(from, w, tap, step, 4, to, ...sizes, circular, true);
    },
    convolveWeights(shape, dz, x, dWeights, batch) {
      if (x.type === 'f64') return slow.convolveWeights(shape, dz, x, dWeights, batch);
      const { side, channels, units, kernel, padding } = shape;
      const [from, input, to] = [dz.pointer, x.pointer, dWeights.pointer];
      const circular = padding === 'circular';
      wasm.convolveWeights(from, input, to, batch, side, channels, units, kernel, circular);
    },

    addBias(values, bias, rows, cols) {
      if (values.type === 'f64') return slow.addBias(values, bias, rows, cols);
      wasm.addBias(values.pointer, bias.pointer, rows, cols);
    },
    sumRows(values, out, rows, cols) {
      if (values.type === 'f64') return slow.sumRows(values, out, rows, cols);
      wasm.sumRows(values.pointer, out.pointer, rows, cols);
    },
    activate(act, z, h) {
      if (z.type === 'f64') return slow.activate(act, z, h);
      const id = ACTIVATION_IDS.indexOf(act.id);
      wasm.activate(id, z.pointer, h.pointer, h.length, parameter(act));
    },
    activateBackward(act, z, g) {
      if (z.type === 'f64') return slow.activateBackward(act, z, g);
      const id = ACTIVATION_IDS.indexOf(act.id);
      wasm.activateBackward(id, z.pointer, g.pointer, g.length, parameter(act));
    },
    round(values, precision) {
      if (values.type === 'f64') return slow.round(values, precision);
      if (precision === 'float16') wasm.roundFloat16(values.pointer, values.length);
      if (precision === 'bfloat16') wasm.roundBfloat16(values.pointer, values.length);
    },
    scale(values, factor) {
      if (values.type === 'f64') return slow.scale(values, factor);
      wasm.scale(values.pointer, values.length, factor);
    },
    descend,
    descendTN(a, b, gradient, weights, sizes, rate) {
      const [m, n, k] = sizes;
      if (weights.type === 'f64' || k > MAX_DEPTH) {
        product(a, [1, m], b, [n, 1], gradient, sizes);
        return descend(weights, gradient, null, rate, 0);
      }
      wasm.descendAlong(a.pointer, b.pointer, weights.pointer, m, n, k, rate);
    },
  };
}
