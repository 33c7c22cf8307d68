/** Measures the kernels' speed, one row per case; depends only on a `Kernels`, so it runs in Node and in browsers. */
import { completeActivation } from '../src/engine/rules/spec.ts';
import type { ElementType, Kernels } from '../src/engine/kernels.ts';
import { stream } from '../src/engine/rng.ts';
import { ACTIVATION_IDS } from '../src/engine/types.ts';

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: 'GFLOP/s' | 'ns' | 'µs' | 'ms';
}

/** A call to time, and the conversion of its time in ms to the reported value. */
interface Case {
  readonly name: string;
  readonly unit: Row['unit'];
  readonly call: () => void;
  readonly value: (ms: number) => number;
}

const KEY = stream(1, 1, 'weights');
/** Each measurement is repeated for at least this time; the fastest repeat counts. */
const MIN_MS = 150;
const REQUEST = { low: -0.97, high: 0.97, shared: [-4, 4], sharedBins: 64, ownBins: 2048 } as const;

/** Time of one call in ms: the fastest of many batches of calls, each taking at least 1 ms. */
function fastest(call: () => void): number {
  let repeats = 1;
  const stretch = (): number => {
    const start = performance.now();
    for (let i = 0; i < repeats; i += 1) call();
    return performance.now() - start;
  };
  while (stretch() < 1) repeats *= 2;
  let best = Infinity;
  const start = performance.now();
  for (let runs = 0; runs < 5 || performance.now() - start < MIN_MS; runs += 1) {
    best = Math.min(best, stretch() / repeats);
  }
  return best;
}

const PRODUCTS = [
  ['NT', 512, 512, 512],
  ['NN', 512, 512, 512],
  ['TN', 512, 512, 512],
  ['NT', 256, 256, 256],
  ['NT', 1024, 1024, 1024],
  ['NT', 250, 250, 250],
  ['NT', 48, 512, 512],
  ['NT', 1, 512, 512],
  ['NT', 32, 32, 32],
  ['NN', 32, 32, 32],
  ['TN', 32, 32, 32],
  ['NT', 32, 32, 2],
  ['NT', 32, 2, 32],
  ['TN', 2, 32, 32],
] as const;

function* products(kernels: Kernels, type: ElementType): Generator<Case> {
  for (const [form, m, n, k] of PRODUCTS) {
    if (type === 'f64' && (m > 512 || form !== 'NT')) continue;
    const mark = kernels.mark();
    const a = kernels.allocate(m * k, type);
    const b = kernels.allocate(k * n, type);
    const out = kernels.allocate(m * n, type);
    kernels.fillNormal(a, KEY, 0, 1);
    kernels.fillNormal(b, KEY, 0, 1);
    const name = `${form} ${m}×${n}×${k}${type === 'f64' ? ' f64' : ''}`;
    const call = (): void => kernels[`matmul${form}`](a, b, out, m, n, k);
    if (m * n * k < 1e5) yield { name, unit: 'µs', call, value: (ms) => ms * 1000 };
    else yield { name, unit: 'GFLOP/s', call, value: (ms) => (2e-6 * m * n * k) / ms };
    kernels.release(mark);
  }
}

/** Elementwise operations and reductions over an array, in ns per element. */
function* passes(kernels: Kernels, type: ElementType): Generator<Case> {
  const side = type === 'f64' ? 128 : 512;
  const n = side * side;
  const suffix = type === 'f64' ? ' f64' : '';
  const mark = kernels.mark();
  const x = kernels.allocate(n, type);
  const y = kernels.allocate(n, type);
  const v = kernels.allocate(n, type);
  const line = kernels.allocate(side, type);
  const row = (name: string, call: () => void): Case => ({
    name: name + suffix,
    unit: 'ns',
    call,
    value: (ms) => (ms / n) * 1e6,
  });
  yield row('normal', () => kernels.fillNormal(x, KEY, 0, 1));
  kernels.fillNormal(x, KEY, 0, 1);
  yield row('uniform', () => kernels.fillUniform(y, KEY, -1, 1));
  yield row('truncated normal', () => kernels.fillTruncatedNormal(y, KEY, 0, 1));
  for (const id of ACTIVATION_IDS) {
    const act = completeActivation({ id, params: {} }).value;
    yield row(id, () => kernels.activate(act, x, y));
    kernels.fillConstant(y, 1);
    yield row(`${id}′`, () => kernels.activateBackward(act, x, y));
  }
  yield row('measure', () => kernels.measure(x, REQUEST));
  kernels.activate({ id: 'relu', params: {} }, x, y);
  yield row('measure, half zeros', () => kernels.measure(y, REQUEST));
  kernels.fillConstant(y, 0.3);
  yield row('measure, constant', () => kernels.measure(y, REQUEST));
  yield row('histogram', () => kernels.histogram(x, -1, 1, 2048));
  yield row('fingerprints of rows', () => kernels.fingerprints(x, side, side, false));
  yield row('fingerprints of columns', () => kernels.fingerprints(x, side, side, true));
  yield row('add bias', () => kernels.addBias(y, line, side, side));
  yield row('sum rows', () => kernels.sumRows(x, line, side, side));
  yield row('scale', () => kernels.scale(y, 1));
  yield row('descend', () => kernels.descend(y, x, v, 1e-9, 0.5));
  if (type === 'f32') {
    yield row('float16', () => kernels.round(x, 'float16'));
    yield row('bfloat16', () => kernels.round(x, 'bfloat16'));
  }
  kernels.release(mark);
}

/** One layer as the lab runs it: draw, measure, multiply, activate, measure twice, count distinct units. */
function* layer(kernels: Kernels, batch: number, width: number): Generator<Case> {
  const mark = kernels.mark();
  const h = kernels.allocate(batch * width, 'f32');
  const z = kernels.allocate(batch * width, 'f32');
  const next = kernels.allocate(batch * width, 'f32');
  const w = kernels.allocate(width * width, 'f32');
  kernels.fillNormal(h, KEY, 0, 1);
  const tanh = { id: 'tanh', params: {} } as const;
  const call = (): void => {
    kernels.fillNormal(w, KEY, 0, 1 / Math.sqrt(width));
    kernels.matmulNT(h, w, z, batch, width, width);
    kernels.activate(tanh, z, next);
    for (const tensor of [w, z, next]) kernels.measure(tensor, REQUEST);
    kernels.fingerprints(w, width, width, false);
    kernels.fingerprints(next, batch, width, true);
  };
  yield { name: `layer ${batch}×${width}×${width}`, unit: 'ms', call, value: (ms) => ms };
  kernels.release(mark);
}

function* orthogonal(kernels: Kernels): Generator<Case> {
  const mark = kernels.mark();
  const out = kernels.allocate(512 * 512, 'f32');
  const call = (): void => kernels.fillOrthogonal(out, 512, 512, KEY, 1);
  yield { name: 'orthogonal 512×512', unit: 'ms', call, value: (ms) => ms };
  kernels.release(mark);
}

function* cases(kernels: Kernels): Generator<Case> {
  yield* products(kernels, 'f32');
  yield* passes(kernels, 'f32');
  yield* orthogonal(kernels);
  yield* layer(kernels, 256, 256);
  yield* layer(kernels, 512, 512);
  yield* products(kernels, 'f64');
  yield* passes(kernels, 'f64');
}

/** The cases whose names contain `only`. */
export function* benchKernels(kernels: Kernels, only: string): Generator<Row> {
  for (const { name, unit, call, value } of cases(kernels)) {
    if (name.includes(only)) yield { name, unit, value: value(fastest(call)) };
  }
}
