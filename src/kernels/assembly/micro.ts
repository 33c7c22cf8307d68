/**
 * The innermost loops of the matrix products: tiles of 4 × 8 sums and, with fused multiply-add, of 6 × 8. Every element
 * is summed over the depth in the same order and with the same operations, whatever the height of its tile and whatever
 * becomes of the sum.
 */
import { transpose, transposePair } from './pack';

export const MR: i32 = 4;
export const NR: i32 = 8;
/** Rows of the taller tiles: with fused multiply-add no register is needed between the two, so that 15 are enough. */
export const TALL: i32 = 6;

/** What becomes of the sums of a tile: stored in c, */
export const SET: i32 = 0;
/** added to c, */
export const ADD: i32 = 1;
/** taken as the gradient by which c descends, */
export const DESCEND: i32 = 2;
/** or stored in c with rows and columns exchanged. */
export const TURNED: i32 = 3;

/** The rate of the descent. */
let rate: f32 = 0;

export function setRate(now: f32): void {
  rate = now;
}

/** The sums of a tile, unless they are stored in c at once. */
export const TILE = memory.data(TALL * NR * 4, 64);

@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Whether six rows are taken at a time; the results are the same. */
let tall: bool = false;

/** Older compilers move every load of a loop to its front; then the sums of six rows do not fit the registers. */
export function takeTall(on: bool): void {
  tall = ASC_FEATURE_RELAXED_SIMD && on;
}

/** The height of the next panel of A when `left` rows remain; 7 and 8 are two panels of four. */
@inline
export function height(left: i32): i32 {
  return tall && left > 4 && left != 7 && left != 8 ? TALL : MR;
}

/**
 * `a[4 × depth] · b[depth × 8]`, given to `sink`. Element (i, p) of a lies at `a + i·row + p·step`, b is packed; strides, also that
 * of c, are in bytes.
 */
function micro(
  a: usize,
  row: usize,
  step: usize,
  b: usize,
  depth: i32,
  c: usize,
  stride: usize,
  sink: i32,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let a1 = a + row;
  let a2 = a1 + row;
  let a3 = a2 + row;
  const end = b + ((<usize>depth) << 5);
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(a1);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(a2);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(a3);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    a += step;
    a1 += step;
    a2 += step;
    a3 += step;
    b += NR * 4;
  }
  const whole = sink == SET;
  let to = whole ? c : TILE;
  const next = whole ? stride : NR * 4;
  put(to, c00, c01);
  to += next;
  put(to, c10, c11);
  to += next;
  put(to, c20, c21);
  to += next;
  put(to, c30, c31);
  if (!whole) spend(c, stride, MR, sink);
}

/** The same for six rows: twelve sums hide the latency of their additions, which eight only just do. */
function microTall(
  a: usize,
  row: usize,
  step: usize,
  b: usize,
  depth: i32,
  c: usize,
  stride: usize,
  sink: i32,
): void {
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
  let a1 = a + row;
  let a2 = a1 + row;
  let a3 = a2 + row;
  let a4 = a3 + row;
  let a5 = a4 + row;
  const end = b + ((<usize>depth) << 5);
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(a1);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(a2);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(a3);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    x = v128.load32_splat(a4);
    c40 = madd(x, b0, c40);
    c41 = madd(x, b1, c41);
    x = v128.load32_splat(a5);
    c50 = madd(x, b0, c50);
    c51 = madd(x, b1, c51);
    a += step;
    a1 += step;
    a2 += step;
    a3 += step;
    a4 += step;
    a5 += step;
    b += NR * 4;
  }
  if (sink == DESCEND) {
    const factor = f32x4.splat(rate);
    lower(c, c00, c01, factor);
    c += stride;
    lower(c, c10, c11, factor);
    c += stride;
    lower(c, c20, c21, factor);
    c += stride;
    lower(c, c30, c31, factor);
    c += stride;
    lower(c, c40, c41, factor);
    c += stride;
    lower(c, c50, c51, factor);
    return;
  }
  const whole = sink == SET;
  let to = whole ? c : TILE;
  const next = whole ? stride : NR * 4;
  put(to, c00, c01);
  to += next;
  put(to, c10, c11);
  to += next;
  put(to, c20, c21);
  to += next;
  put(to, c30, c31);
  to += next;
  put(to, c40, c41);
  to += next;
  put(to, c50, c51);
  if (!whole) spend(c, stride, TALL, sink);
}

/** `c ← c − factor · gradient` */
@inline
function lower(c: usize, low: v128, high: v128, factor: v128): void {
  put(
    c,
    f32x4.sub(v128.load(c), f32x4.mul(factor, low)),
    f32x4.sub(v128.load(c, 16), f32x4.mul(factor, high)),
  );
}

@inline
export function put(c: usize, low: v128, high: v128): void {
  v128.store(c, low);
  v128.store(c, high, 16);
}

/** Gives the `high` rows of sums in TILE to `sink`. */
function spend(c: usize, stride: usize, high: i32, sink: i32): void {
  if (sink == TURNED) {
    turn(TILE, c, stride, high);
    turn(TILE + 16, c + 4 * stride, stride, high);
    return;
  }
  const end = TILE + <usize>high * (NR * 4);
  const factor = f32x4.splat(rate);
  for (let sums: usize = TILE; sums < end; sums += NR * 4) {
    const low = v128.load(sums);
    const high = v128.load(sums, 16);
    if (sink == ADD) {
      put(c, f32x4.add(v128.load(c), low), f32x4.add(v128.load(c, 16), high));
    } else lower(c, low, high, factor);
    c += stride;
  }
}

/** Four columns of sums become four or six neighbours in each of four rows of c. */
function turn(sums: usize, c: usize, stride: usize, high: i32): void {
  transpose(
    c,
    stride,
    v128.load(sums),
    v128.load(sums, 32),
    v128.load(sums, 64),
    v128.load(sums, 96),
  );
  if (high == TALL) transposePair(c + 16, stride, v128.load(sums, 128), v128.load(sums, 160));
}

/** One tile of `high` rows, of which `rows` count, and of NR columns, of which `wide` count. */
export function tile(
  a: usize,
  row: usize,
  step: usize,
  b: usize,
  depth: i32,
  c: usize,
  stride: usize,
  high: i32,
  rows: i32,
  wide: i32,
  sink: i32,
): void {
  if (rows < high || wide < NR) edge(a, row, step, b, depth, c, stride, high, rows, wide, sink);
  else sums(a, row, step, b, depth, c, stride, high, sink);
}

@inline
function sums(
  a: usize,
  row: usize,
  step: usize,
  b: usize,
  depth: i32,
  c: usize,
  stride: usize,
  high: i32,
  sink: i32,
): void {
  if (ASC_FEATURE_RELAXED_SIMD && high == TALL) microTall(a, row, step, b, depth, c, stride, sink);
  else micro(a, row, step, b, depth, c, stride, sink);
}

/** A tile at the edge: computed in full, in the same way; only its valid part is given to `sink`. */
function edge(
  a: usize,
  row: usize,
  step: usize,
  b: usize,
  depth: i32,
  c: usize,
  stride: usize,
  high: i32,
  rows: i32,
  wide: i32,
  sink: i32,
): void {
  sums(a, row, step, b, depth, TILE, NR * 4, high, SET);
  const down = sink == TURNED ? 4 : stride;
  const along = sink == TURNED ? stride : 4;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < wide; j++) {
      const at = c + <usize>i * down + <usize>j * along;
      const value = load<f32>(TILE + (<usize>(i * NR + j) << 2));
      if (sink == DESCEND) store<f32>(at, load<f32>(at) - rate * value);
      else store<f32>(at, sink == SET || sink == TURNED ? value : load<f32>(at) + value);
    }
  }
}
