/**
 * Matrix products: packed panels and micro-kernels of 4 × 8 and, with fused multiply-add, 6 × 8 (K. Goto and R. van de Geijn, "Anatomy of
 * high-performance matrix multiplication", 2008). Every element is summed over k in the same order and with the same
 * operations, wherever it is: edges are padded with zeros and computed in the same way.
 */

export const MR: i32 = 4;
export const NR: i32 = 8;
/** Rows of the taller tiles: with fused multiply-add no register is needed between the two, so that 15 are enough. */
const TALL: i32 = 6;
/** Depth of a packed panel: one of A and one of B fit into the L1 cache. */
const KC: i32 = 256;
/** Rows of A packed at a time, for the L2 cache, and columns of B, for the L3 cache. */
const MC: i32 = 96;
const NC: i32 = 1024;

/** Floats of a packed B that stays in the L1 cache. */
const LOW: i32 = 8192;

const PACKED_A = memory.data(MC * KC * 4, 64);
export const PACKED_B = memory.data(NC * KC * 4, 64);
export const PACKED_B_FLOATS = NC * KC;
/** Tiles that extend over the edge of c are computed here. */
export const TILE = memory.data(TALL * NR * 4, 64);

@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** `c[4 × 8] (+)= a · b` over `depth`; the row stride of c is in bytes. */
function micro(a: usize, b: usize, depth: i32, c: usize, stride: usize, first: bool): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = a + depth * (MR * 4);
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(a, 4);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(a, 8);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(a, 12);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    a += MR * 4;
    b += NR * 4;
  }
  put(c, c00, c01, first);
  put(c + stride, c10, c11, first);
  put(c + 2 * stride, c20, c21, first);
  put(c + 3 * stride, c30, c31, first);
}

/** The same for six rows: twelve sums hide the latency of their additions, which eight only just do. */
function microTall(a: usize, b: usize, depth: i32, c: usize, stride: usize, first: bool): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let c40 = c00;
  let c41 = c00;
  let c50 = c00;
  let c51 = c00;
  const end = a + depth * 24;
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(a, 4);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(a, 8);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(a, 12);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    x = v128.load32_splat(a, 16);
    c40 = madd(x, b0, c40);
    c41 = madd(x, b1, c41);
    x = v128.load32_splat(a, 20);
    c50 = madd(x, b0, c50);
    c51 = madd(x, b1, c51);
    a += 24;
    b += NR * 4;
  }
  put(c, c00, c01, first);
  c += stride;
  put(c, c10, c11, first);
  c += stride;
  put(c, c20, c21, first);
  c += stride;
  put(c, c30, c31, first);
  c += stride;
  put(c, c40, c41, first);
  c += stride;
  put(c, c50, c51, first);
}

@inline
export function put(c: usize, low: v128, high: v128, first: bool): void {
  if (first) {
    v128.store(c, low);
    v128.store(c, high, 16);
  } else {
    v128.store(c, f32x4.add(v128.load(c), low));
    v128.store(c, f32x4.add(v128.load(c, 16), high), 16);
  }
}

/** Transposes four rows of four floats. */
@inline
function transpose(to: usize, stride: usize, r0: v128, r1: v128, r2: v128, r3: v128): void {
  const a = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
  const b = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
  const c = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  const d = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(a, b, 0, 2));
  v128.store(to + stride, v128.shuffle<i64>(a, b, 1, 3));
  v128.store(to + 2 * stride, v128.shuffle<i64>(c, d, 0, 2));
  v128.store(to + 3 * stride, v128.shuffle<i64>(c, d, 1, 3));
}

/**
 * Packs `lines` lines of length `depth` so that the elements of `wide` neighbouring lines are contiguous; `along` and
 * `across` are the strides within a line and between lines, in bytes.
 */
export function pack(
  to: usize,
  from: usize,
  lines: i32,
  depth: i32,
  across: usize,
  along: usize,
  wide: i32,
): void {
  const row = (<usize>wide) << 2;
  for (let line = 0; line < lines; line += wide) {
    const source = from + <usize>line * across;
    if (lines - line >= wide) {
      if (along == 4) packLines(to, source, depth, across, wide, row);
      else packStrips(to, source, depth, along, wide, row);
    } else {
      const left = lines - line;
      for (let p = 0; p < depth; p++) {
        const at = to + <usize>p * row;
        for (let i = 0; i < wide; i++) {
          const value: f32 =
            i < left ? load<f32>(source + <usize>i * across + <usize>p * along) : 0;
          store<f32>(at + ((<usize>i) << 2), value);
        }
      }
    }
    to += row * <usize>depth;
  }
}

/** Packs lines that are rows: transposes four steps at a time. */
@inline
function packLines(to: usize, from: usize, depth: i32, across: usize, wide: i32, row: usize): void {
  let p = 0;
  for (; p <= depth - 4; p += 4) {
    const s = from + ((<usize>p) << 2);
    const t = to + <usize>p * row;
    transpose(
      t,
      row,
      v128.load(s),
      v128.load(s + across),
      v128.load(s + 2 * across),
      v128.load(s + 3 * across),
    );
    if (wide == 8) {
      transpose(
        t + 16,
        row,
        v128.load(s + 4 * across),
        v128.load(s + 5 * across),
        v128.load(s + 6 * across),
        v128.load(s + 7 * across),
      );
    }
    if (wide == 6) {
      const r4 = v128.load(s + 4 * across);
      const r5 = v128.load(s + 5 * across);
      const low = v128.shuffle<i32>(r4, r5, 0, 4, 1, 5);
      const high = v128.shuffle<i32>(r4, r5, 2, 6, 3, 7);
      v128.store_lane<i64>(t + 16, low, 0);
      v128.store_lane<i64>(t + 16 + row, low, 1);
      v128.store_lane<i64>(t + 16 + 2 * row, high, 0);
      v128.store_lane<i64>(t + 16 + 3 * row, high, 1);
    }
  }
  for (; p < depth; p++) {
    const s = from + ((<usize>p) << 2);
    const t = to + <usize>p * row;
    for (let i = 0; i < wide; i++) store<f32>(t + ((<usize>i) << 2), load<f32>(s + <usize>i * across));
  }
}

/** Packs lines that are columns: each step is a contiguous strip. */
@inline
function packStrips(to: usize, from: usize, depth: i32, along: usize, wide: i32, row: usize): void {
  for (let p = 0; p < depth; p++) {
    v128.store(to, v128.load(from));
    if (wide == 8) v128.store(to, v128.load(from, 16), 16);
    if (wide == 6) store<u64>(to, load<u64>(from, 16), 16);
    to += row;
    from += along;
  }
}

/** Whether six rows are taken at a time; the results are the same. */
let tall: bool = false;

/** Older compilers move every load of a loop to its front; then the sums of six rows do not fit the registers. */
export function takeTall(on: bool): void {
  tall = ASC_FEATURE_RELAXED_SIMD && on;
}

/** The height of the next panel of A when `left` rows remain; 7 and 8 are two panels of four. */
@inline
function height(left: i32): i32 {
  return tall && left > 4 && left != 7 && left != 8 ? TALL : MR;
}

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
        packRows(a + <usize>ic * rowA + <usize>pc * stepA, rowA, stepA, rows, depth);
        const to = c + <usize>ic * stride + ((<usize>jc) << 2);
        if (low) {
          if (ic == 0) pack(PACKED_B, from, columns, depth, colB, stepB, NR);
          byRows(to, stride, rows, columns, depth, pc == 0);
        } else {
          let panel = PACKED_B;
          for (let jr = 0; jr < columns; jr += NR) {
            const wide = min(NR, columns - jr);
            if (ic == 0) pack(panel, from + <usize>jr * colB, wide, depth, colB, stepB, NR);
            byColumn(panel, to + ((<usize>jr) << 2), stride, rows, wide, depth, pc == 0);
            panel += next;
          }
        }
      }
    }
  }
}

/** The tiles of one panel of B, which stays in the L1 cache. */
function byColumn(b: usize, c: usize, stride: usize, rows: i32, wide: i32, depth: i32, first: bool): void {
  let a = PACKED_A;
  for (let ir = 0; ir < rows; ) {
    const high = height(rows - ir);
    tile(a, b, depth, c, stride, high, min(high, rows - ir), wide, first);
    a += <usize>(high * depth) << 2;
    c += <usize>high * stride;
    ir += high;
  }
}

/** All tiles, row by row, so that c is written in order; all of B stays in the L1 cache. */
function byRows(c: usize, stride: usize, rows: i32, columns: i32, depth: i32, first: bool): void {
  let a = PACKED_A;
  for (let ir = 0; ir < rows; ) {
    const high = height(rows - ir);
    let b = PACKED_B;
    for (let jr = 0; jr < columns; jr += NR) {
      const at = c + ((<usize>jr) << 2);
      tile(a, b, depth, at, stride, high, min(high, rows - ir), min(NR, columns - jr), first);
      b += <usize>(NR * depth) << 2;
    }
    a += <usize>(high * depth) << 2;
    c += <usize>high * stride;
    ir += high;
  }
}

@inline
function tile(
  a: usize,
  b: usize,
  depth: i32,
  c: usize,
  stride: usize,
  high: i32,
  rows: i32,
  wide: i32,
  first: bool,
): void {
  if (rows < high || wide < NR) edge(a, b, depth, c, stride, high, rows, wide, first);
  else if (ASC_FEATURE_RELAXED_SIMD && high == TALL) microTall(a, b, depth, c, stride, first);
  else micro(a, b, depth, c, stride, first);
}

/** A tile at the edge: computed in full, in the same way; only its valid part is copied or added to c. */
function edge(
  a: usize,
  b: usize,
  depth: i32,
  c: usize,
  stride: usize,
  high: i32,
  rows: i32,
  columns: i32,
  first: bool,
): void {
  if (ASC_FEATURE_RELAXED_SIMD && high == TALL) microTall(a, b, depth, TILE, NR * 4, true);
  else micro(a, b, depth, TILE, NR * 4, true);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = c + <usize>i * stride + ((<usize>j) << 2);
      const value = load<f32>(TILE + (<usize>(i * NR + j) << 2));
      store<f32>(at, first ? value : load<f32>(at) + value);
    }
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
