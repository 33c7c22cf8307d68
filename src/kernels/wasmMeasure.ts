/** Measurements and fingerprints of the fast kernels, read from their memory. */
import type { Kernels, Tensor } from '../engine/kernels.ts';
import type { Magnitudes } from '../engine/types.ts';
import { cosineOf } from '../engine/measure/similarity.ts';
import { spreadOf } from './columns.ts';
import { trim } from './measure.ts';
import type { Stack } from './memory.ts';
import type { Exports } from './wasmExports.ts';

/** Number of bins in the tables of the module (assembly/bins.ts; a test compares them). */
export const MAX_BINS = 4096;

/** Half octaves: first those of the subnormals from the smallest number on, then two per exponent field from 1 on. */
const HALF_OCTAVES = {
  f32: { lowest: -298, subnormals: 46, normals: 508 },
  f64: { lowest: -2148, subnormals: 104, normals: 4092 },
} as const;

export type Measuring = Pick<
  Kernels,
  'measure' | 'histogram' | 'spreadBetweenRows' | 'meanCosine' | 'columnSquares' | 'fingerprints'
>;

export function measuring(exports: Exports, stack: Stack, slow: Measuring): Measuring {
  const { functions: wasm, memory } = exports;
  const results = wasm.resultAt();
  // The first count of each table is that of the values below its domain.
  const [own, shared] = [wasm.ownAt(), wasm.sharedAt()];
  const octaves = { f32: wasm.octavesAt(), f64: wasm.octaves64At() };
  const subnormals = wasm.subnormalsAt();
  const words = (at: number, count: number): Uint32Array<ArrayBuffer> =>
    new Uint32Array(memory.buffer, at, count);

  function magnitudes({ type }: Tensor): Magnitudes {
    const { lowest, subnormals: below, normals } = HALF_OCTAVES[type];
    const all = new Uint32Array(below + normals);
    all.set(words(subnormals, below));
    all.set(words(octaves[type] + 8, normals), below);
    return trim(all, lowest);
  }

  return {
    measure(values, request) {
      const { low, high, sharedBins, ownBins } = request;
      if (Math.max(sharedBins, ownBins) > MAX_BINS) return slow.measure(values, request);
      const [lo, hi] = request.shared;
      const run = values.type === 'f64' ? wasm.measure64 : wasm.measure;
      run(values.pointer, values.length, low, high, lo, hi, sharedBins, ownBins);
      const [finite = 0, zeros = 0, beyond = 0, mean = 0, std = 0, rms = 0, min = 0, max = 0] =
        new Float64Array(memory.buffer, results, 8);
      const inShared = words(shared, sharedBins + 2);
      const none = finite === 0;
      return {
        finite,
        zeros,
        beyond,
        mean,
        std,
        rms,
        min,
        max,
        shared: {
          lo,
          hi,
          counts: inShared.slice(1, -1),
          below: inShared[0] ?? 0,
          above: inShared[sharedBins + 1] ?? 0,
        },
        own: {
          lo: none ? -1 : min,
          hi: none ? 1 : max,
          counts: words(own + 4, ownBins).slice(),
          below: 0,
          above: 0,
        },
        magnitudes: magnitudes(values),
      };
    },
    histogram(values, lo, hi, bins) {
      if (bins > MAX_BINS) return slow.histogram(values, lo, hi, bins);
      const run = values.type === 'f64' ? wasm.histogram64 : wasm.histogram;
      run(values.pointer, values.length, lo, hi, bins);
      const found = words(shared, bins + 2);
      const [below = 0, above = 0] = [found[0], found[bins + 1]];
      return { lo, hi, counts: found.slice(1, -1), below, above };
    },
    spreadBetweenRows(values, cols) {
      if (values.type === 'f64') return slow.spreadBetweenRows(values, cols);
      const rows = values.length / cols;
      const mark = stack.mark();
      const sums = stack.allocate(cols, 'f64');
      const squares = wasm.deviations(values.pointer, sums.pointer, rows, cols);
      const spread = spreadOf(new Float64Array(memory.buffer, sums.pointer, cols), squares, rows);
      stack.release(mark);
      return spread;
    },
    meanCosine(values, rows) {
      if (values.type === 'f64') return slow.meanCosine(values, rows);
      const cols = values.length / rows;
      const mark = stack.mark();
      const sums = stack.allocate(cols, 'f64');
      const directions = wasm.directions(values.pointer, sums.pointer, rows, cols);
      const cosine = cosineOf(new Float64Array(memory.buffer, sums.pointer, cols), directions);
      stack.release(mark);
      return cosine;
    },
    columnSquares(values, cols) {
      if (values.type === 'f64') return slow.columnSquares(values, cols);
      const mark = stack.mark();
      const sums = stack.allocate(cols, 'f64');
      wasm.squares(values.pointer, sums.pointer, values.length / cols, cols);
      const found = new Float64Array(memory.buffer, sums.pointer, cols).slice();
      stack.release(mark);
      return found;
    },
    fingerprints(values, rows, cols, columns) {
      const mark = stack.mark();
      const pair = values.type === 'f64' ? 2 : 1;
      const width = cols * pair;
      const lines = columns ? cols : rows;
      const out = stack.allocate(columns ? width : rows, 'f64');
      if (columns) {
        const sums = stack.allocate(2 * (width + 3), 'f64');
        wasm.hashColumns(values.pointer, out.pointer, rows, width, sums.pointer);
        if (pair === 2) wasm.joinPairs(out.pointer, cols);
      } else wasm.hashRows(values.pointer, out.pointer, rows, width);
      const marks = new BigUint64Array(memory.buffer, out.pointer, lines).slice();
      stack.release(mark);
      return marks;
    },
  };
}
