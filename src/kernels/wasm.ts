/** The fast kernels: a wasm instance behind the interface. float64 tensors use its product only. */
import { ACTIVATION_IDS } from '../engine/types.ts';
import type { ActivationSpec } from '../engine/types.ts';
import type { Kernels, Measured, Tensor } from '../engine/kernels.ts';
import { HALF } from './inverseNormal.ts';
import { trim } from './measure.ts';
import { createStack } from './memory.ts';
import { drawReflections } from './orthogonal.ts';
import { referenceOver } from './reference.ts';

const PAGE = 65_536;
/** Half octaves of the module's counts: subnormals from 2⁻¹⁴⁹ on, then one pair an exponent field from 1 on. */
const LOWEST_HALF_OCTAVE = -298;
const SUBNORMALS = 46;
const HALF_OCTAVES = 508;

type Call = (...words: readonly (number | boolean)[]) => number;

/** The parameter an activation takes in the kernels: leaky ReLU's slope, ELU's α. */
function parameter({ params }: ActivationSpec): number {
  const value = params['slope'] ?? params['alpha'];
  return typeof value === 'number' ? value : 0;
}

function exported(exports: Record<string, unknown>, name: string): Call {
  const value = exports[name];
  if (typeof value !== 'function') throw new Error(`the kernels lack ${name}`);
  return (...words) => Number(value(...words));
}

function isMemory(value: unknown): value is WebAssembly.Memory {
  return typeof value === 'object' && value !== null && 'buffer' in value && 'grow' in value;
}

/** One instance with its own memory; `module` is one of the two builds, compiled. */
export function instantiate(
  module: WebAssembly.Module,
  build: Exclude<Kernels['build'], 'reference'>,
): Kernels {
  const abort = (): never => {
    throw new Error('the kernels aborted');
  };
  const { exports } = new WebAssembly.Instance(module, { env: { abort } });
  const { memory } = exports;
  if (!isMemory(memory)) throw new Error('the kernels lack a memory');
  const call = (name: string): Call => exported(exports, name);
  const wasm = {
    matmul: call('matmul'),
    matmul64: call('matmul64'),
    fillNormal: call('fillNormal'),
    fillUniform: call('fillUniform'),
    fillTruncatedNormal: call('fillTruncatedNormal'),
    reflect: call('reflect'),
    addBias: call('addBias'),
    sumRows: call('sumRows'),
    scale: call('scale'),
    descend: call('descend'),
    roundBfloat16: call('roundBfloat16'),
    roundFloat16: call('roundFloat16'),
    activate: call('activate'),
    activateBackward: call('activateBackward'),
    measure: call('measure'),
    histogram: call('histogram'),
    fingerprints: call('fingerprints'),
  };
  const result = call('resultAt')();
  // The first count of each table is what lies under it.
  const own = call('ownAt')() + 4;
  const shared = call('sharedAt')() + 4;
  const octaves = call('octavesAt')() + 8;
  const subnormals = call('subnormalsAt')();

  const stack = createStack({
    start: call('heapStart')(),
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
  const counts = (at: number, bins: number): Uint32Array<ArrayBuffer> =>
    new Uint32Array(memory.buffer, at, bins).slice();
  const double = (index: number): number => new Float64Array(memory.buffer, result, 10)[index] ?? 0;

  /** Strides in bytes: rows and steps of a, steps and columns of b. */
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

  return {
    ...slow,
    build,

    fillNormal(out, { k0, k1 }, mean, std, first = 0) {
      if (out.type === 'f64') return slow.fillNormal(out, { k0, k1 }, mean, std, first);
      wasm.fillNormal(out.pointer, out.length, k0, k1, mean, std, first);
    },
    fillUniform(out, { k0, k1 }, lo, hi, first = 0) {
      if (out.type === 'f64') return slow.fillUniform(out, { k0, k1 }, lo, hi, first);
      const half = (hi - lo) / 2;
      wasm.fillUniform(out.pointer, out.length, k0, k1, lo + half, half, first);
    },
    fillTruncatedNormal(out, { k0, k1 }, mean, std, first = 0) {
      if (out.type === 'f64') return slow.fillTruncatedNormal(out, { k0, k1 }, mean, std, first);
      wasm.fillTruncatedNormal(out.pointer, out.length, k0, k1, mean, std, HALF, first);
    },
    fillOrthogonal(out, rows, cols, key, gain) {
      if (out.type === 'f64') return slow.fillOrthogonal(out, rows, cols, key, gain);
      const n = Math.max(rows, cols);
      const count = Math.min(rows, cols);
      const stride = Math.ceil(n / 8) * 8;
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
    descend(weights, gradient, velocity, rate, momentum) {
      if (weights.type === 'f64') return slow.descend(weights, gradient, velocity, rate, momentum);
      const [w, g, v] = [weights.pointer, gradient.pointer, velocity.pointer];
      wasm.descend(w, g, v, weights.length, rate, momentum);
    },

    measure(values, request): Measured {
      if (values.type === 'f64') return slow.measure(values, request);
      const { low, high, sharedBins, ownBins } = request;
      const [lo, hi] = request.shared;
      wasm.measure(values.pointer, values.length, low, high, lo, hi, sharedBins, ownBins);
      const none = double(0) === 0;
      const [min, max] = [double(6), double(7)];
      return {
        finite: double(0),
        zeros: double(1),
        beyond: double(2),
        mean: double(3),
        std: double(4),
        rms: double(5),
        min,
        max,
        shared: { lo, hi, counts: counts(shared, sharedBins), below: double(8), above: double(9) },
        own: {
          lo: none ? -1 : min,
          hi: none ? 1 : max,
          counts: counts(own, ownBins),
          below: 0,
          above: 0,
        },
        magnitudes: trim(
          Uint32Array.of(...counts(subnormals, SUBNORMALS), ...counts(octaves, HALF_OCTAVES)),
          LOWEST_HALF_OCTAVE,
        ),
      };
    },
    histogram(values, lo, hi, bins) {
      if (values.type === 'f64') return slow.histogram(values, lo, hi, bins);
      wasm.histogram(values.pointer, values.length, lo, hi, bins);
      return { lo, hi, counts: counts(shared, bins), below: double(8), above: double(9) };
    },
    fingerprints(values, rows, cols, columns) {
      const mark = stack.mark();
      const lines = columns ? cols : rows;
      const out = stack.allocate(lines, 'f64');
      wasm.fingerprints(values.pointer, out.pointer, rows, cols, columns, values.type === 'f64');
      const marks = new BigUint64Array(memory.buffer, out.pointer, lines).slice();
      stack.release(mark);
      return marks;
    },
  };
}
