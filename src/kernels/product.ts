/** Reference implementation of the matrix product: plain sums in the order of k, in float32 rounded at each step. */

type Values = Float32Array | Float64Array;

/** Element (i, p) of an operand is at `i · line + p · step`. */
export interface Operand {
  readonly values: Values;
  readonly line: number;
  readonly step: number;
}

/** Lines of b processed at a time: they stay in the L1 cache while all lines of a are read. */
const PANEL = 32;

/** Copies lines `first … first + count − 1`, one after the other. */
function pack(
  { values, line, step }: Operand,
  first: number,
  count: number,
  k: number,
  into: Values,
): void {
  for (let i = 0; i < count; i += 1) {
    const from = (first + i) * line;
    for (let p = 0; p < k; p += 1) into[i * k + p] = values[from + p * step] ?? 0;
  }
}

/** Dot products of one line of a with four of b at a time, so that the four sums do not wait for each other. */
function dots32(
  a: Float32Array,
  at: number,
  b: Float32Array,
  from: number,
  k: number,
  out: Float32Array,
): void {
  const { fround } = Math;
  let [s0, s1, s2, s3] = [fround(0), fround(0), fround(0), fround(0)];
  for (let p = 0; p < k; p += 1) {
    const x = a[at + p] ?? 0;
    s0 = fround(s0 + fround(x * (b[from + p] ?? 0)));
    s1 = fround(s1 + fround(x * (b[from + k + p] ?? 0)));
    s2 = fround(s2 + fround(x * (b[from + 2 * k + p] ?? 0)));
    s3 = fround(s3 + fround(x * (b[from + 3 * k + p] ?? 0)));
  }
  out[0] = s0;
  out[1] = s1;
  out[2] = s2;
  out[3] = s3;
}

function dots64(
  a: Float64Array,
  at: number,
  b: Float64Array,
  from: number,
  k: number,
  out: Float64Array,
): void {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let p = 0; p < k; p += 1) {
    const x = a[at + p] ?? 0;
    s0 += x * (b[from + p] ?? 0);
    s1 += x * (b[from + k + p] ?? 0);
    s2 += x * (b[from + 2 * k + p] ?? 0);
    s3 += x * (b[from + 3 * k + p] ?? 0);
  }
  out[0] = s0;
  out[1] = s1;
  out[2] = s2;
  out[3] = s3;
}

/** `out[i, j] = Σ_p a[i, p] · b[j, p]`, `[m × n]`. */
export function product(
  a: Operand,
  b: Operand,
  out: Values,
  m: number,
  n: number,
  k: number,
): void {
  const create = (length: number): Values =>
    out instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
  const lines = create(m * k);
  const panel = create(PANEL * k);
  const four = create(4);
  pack(a, 0, m, k, lines);
  for (let first = 0; first < n; first += PANEL) {
    const count = Math.min(PANEL, n - first);
    pack(b, first, count, k, panel);
    for (let i = 0; i < m; i += 1) {
      for (let j = 0; j < count; j += 4) {
        dots(lines, i * k, panel, j * k, k, four);
        const to = i * n + first + j;
        const left = Math.min(4, count - j);
        for (let column = 0; column < left; column += 1) out[to + column] = four[column] ?? 0;
      }
    }
  }
}

function dots(a: Values, at: number, b: Values, from: number, k: number, out: Values): void {
  if (out instanceof Float64Array) {
    if (a instanceof Float64Array && b instanceof Float64Array) dots64(a, at, b, from, k, out);
  } else if (a instanceof Float32Array && b instanceof Float32Array) {
    dots32(a, at, b, from, k, out);
  }
}
