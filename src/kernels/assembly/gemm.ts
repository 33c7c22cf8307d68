/**
 * Matrix products over packed panels (K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication",
 * 2008). Edges are padded with zeros and computed in the same way.
 */
import { FIRST, firstTile, height, tile } from './micro';
import { pack } from './pack';
import { ADD, DESCEND, NR, SET, TURNED, setRate } from './sums';

/** Depth of a packed panel: one of A and one of B fit into the L1 cache. */
const KC: i32 = 256;
/** Rows of A packed at a time, for the L2 cache, and columns of B, for the L3 cache. */
const MC: i32 = 96;
const NC: i32 = 1024;

/** Floats of a packed B that stays in the L1 cache. */
const LOW: i32 = 8192;

/** A product of at most so many rows over at least this depth packs no weights: they would be used too rarely. */
const FEW: i32 = 48;
const DEEP: i32 = 128;

const PACKED_A = memory.data(MC * KC * 4, 64);
export const PACKED_B = memory.data(NC * KC * 4, 64);
export const PACKED_B_FLOATS = NC * KC;

/** Packs rows of A in panels of four or six, one after the other. */
function packRows(a: usize, rowA: usize, stepA: usize, rows: i32, depth: i32): void {
  let to = PACKED_A;
  for (let ir = 0; ir < rows; ) {
    const high = height(rows - ir);
    pack(to, a, min(high, rows - ir), depth, rowA, stepA, high);
    to += <usize>(high * depth) << 2;
    a += <usize>high * rowA;
    ir += high;
  }
}

/**
 * `c [m × n] = a · b`, c row-major. Element (i, p) of a lies at `a + i·rowA + p·stepA`, element (p, j) of
 * b at `b + p·stepB + j·colB`, with strides in bytes; one of the strides of each operand is 4.
 */
export function matmul(
  a: usize,
  rowA: usize,
  stepA: usize,
  b: usize,
  stepB: usize,
  colB: usize,
  c: usize,
  m: i32,
  n: i32,
  k: i32,
): void {
  const stride = (<usize>n) << 2;
  if (m <= FEW && k >= DEEP && k <= KC && stepB == 4) {
    // The tiles are those of bᵀ · aᵀ, so that the columns of b are read where they lie, one after the other.
    pack(PACKED_B, a, m, k, rowA, stepA, NR);
    return byRows(b, colB, 4, c, 4, stride, stride, n, m, k, TURNED);
  }
  for (let jc = 0; jc < n; jc += NC) {
    const columns = min(NC, n - jc);
    for (let pc = 0; pc < k; pc += KC) {
      const depth = min(KC, k - pc);
      const low = columns * depth <= LOW;
      // A panel that is read only once keeps its place in the cache if the next one overwrites it.
      const next = m > MC || low ? (<usize>(NR * depth)) << 2 : 0;
      const from = b + <usize>jc * colB + <usize>pc * stepB;
      for (let ic = 0; ic < m; ic += MC) {
        const rows = min(MC, m - ic);
        const at = a + <usize>ic * rowA + <usize>pc * stepA;
        const to = c + <usize>ic * stride + ((<usize>jc) << 2);
        if (low) {
          if (ic == 0) pack(PACKED_B, from, columns, depth, colB, stepB, NR);
          byRows(at, rowA, stepA, to, stride, 4, stride, rows, columns, depth, pc == 0 ? SET : ADD);
        } else {
          packRows(at, rowA, stepA, rows, depth);
          let panel = PACKED_B;
          for (let jr = 0; jr < columns; jr += NR) {
            const wide = min(NR, columns - jr);
            const source = from + <usize>jr * colB;
            let line: usize = 0;
            if (ic == 0) {
              if (colB == 4 && wide == NR && rows >= FIRST && height(rows) == FIRST) line = stepB;
              else pack(panel, source, wide, depth, colB, stepB, NR);
            }
            byColumn(source, line, panel, to + ((<usize>jr) << 2), stride, rows, wide, depth, pc == 0 ? SET : ADD);
            panel += next;
          }
        }
      }
    }
  }
}

/**
 * The tiles of m rows of a with the panels of B, all in the L1 cache. Rows of a are read where they lie, `step` bytes
 * from one element to the next; those of c are `down` bytes apart, its columns `along`, and `stride` is that of what
 * `sink` stores.
 */
function byRows(
  a: usize,
  row: usize,
  step: usize,
  c: usize,
  down: usize,
  along: usize,
  stride: usize,
  m: i32,
  columns: i32,
  depth: i32,
  sink: i32,
): void {
  for (let ir = 0; ir < m; ) {
    const high = height(m - ir);
    const rows = min(high, m - ir);
    let strip = a;
    let across = row;
    let next = step;
    // Lines so far apart that all of them fall into a few sets of the L1 cache are packed, too.
    if (rows < high || (step & 2047) == 0) {
      pack(PACKED_A, a, rows, depth, row, step, high);
      strip = PACKED_A;
      across = 4;
      next = (<usize>high) << 2;
    }
    let panel = PACKED_B;
    let to = c;
    for (let jr = 0; jr < columns; jr += NR) {
      tile(strip, across, next, panel, depth, to, stride, high, rows, min(NR, columns - jr), sink);
      panel += <usize>(NR * depth) << 2;
      to += NR * along;
    }
    a += <usize>high * row;
    c += <usize>high * down;
    ir += high;
  }
}

/**
 * Gradient descent `c ← c − rate · aᵀ · b`, `k ≤ 256`, a and b row-major: the same bits as `matmul` followed by `step`,
 * without storing the gradient. Of b as many columns are packed at a time as the L1 cache holds.
 */
export function descendAlong(a: usize, b: usize, c: usize, m: i32, n: i32, k: i32, rate: f32): void {
  const stride = (<usize>n) << 2;
  const most = max(NR, (LOW / max(1, k)) & ~(NR - 1));
  setRate(rate);
  for (let jc = 0; jc < n; jc += most) {
    const columns = min(most, n - jc);
    const from = (<usize>jc) << 2;
    pack(PACKED_B, b + from, columns, k, 4, stride, NR);
    byRows(a, 4, (<usize>m) << 2, c + from, stride, 4, stride, m, columns, k, DESCEND);
  }
}

/** The tiles of one panel of B, which stays in the L1 cache. If there is a `line`, the first tile packs it from b. */
function byColumn(
  b: usize,
  line: usize,
  panel: usize,
  c: usize,
  stride: usize,
  rows: i32,
  wide: i32,
  depth: i32,
  sink: i32,
): void {
  let a = PACKED_A;
  for (let ir = 0; ir < rows; ) {
    const high = height(rows - ir);
    const step = (<usize>high) << 2;
    if (line != 0 && ir == 0) firstTile(a, 4, step, b, line, panel, depth, c, stride, sink);
    else tile(a, 4, step, panel, depth, c, stride, high, min(high, rows - ir), wide, sink);
    a += <usize>(high * depth) << 2;
    c += <usize>high * stride;
    ir += high;
  }
}

/**
 * The same in double precision, for runs with float64 values: four columns at a time, each element summed over k in
 * order.
 */
export function matmul64(
  a: usize,
  rowA: usize,
  stepA: usize,
  b: usize,
  stepB: usize,
  colB: usize,
  c: usize,
  m: i32,
  n: i32,
  k: i32,
): void {
  for (let j = 0; j < n; j += 4) {
    const left = n - j;
    const o1 = colB * <usize>(left > 1);
    const o2 = <usize>(left > 2) * 2 * colB;
    const o3 = <usize>(left > 3) * 3 * colB;
    for (let i = 0; i < m; i++) {
      let s0: f64 = 0;
      let s1: f64 = 0;
      let s2: f64 = 0;
      let s3: f64 = 0;
      let x = a + <usize>i * rowA;
      let y = b + <usize>j * colB;
      for (let p = 0; p < k; p++) {
        const v = load<f64>(x);
        s0 += v * load<f64>(y);
        s1 += v * load<f64>(y + o1);
        s2 += v * load<f64>(y + o2);
        s3 += v * load<f64>(y + o3);
        x += stepA;
        y += stepB;
      }
      const at = c + (<usize>(i * n + j) << 3);
      store<f64>(at, s0);
      if (left > 1) store<f64>(at, s1, 8);
      if (left > 2) store<f64>(at, s2, 16);
      if (left > 3) store<f64>(at, s3, 24);
    }
  }
}
