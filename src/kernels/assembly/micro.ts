/**
 * The innermost loops of the matrix products: tiles of 4 × 8 sums and, with fused multiply-add, of 6 × 8. Every element
 * is summed over the depth in the same order and with the same operations, whatever the height of its tile and whatever
 * becomes of the sum (sums.ts).
 */
import { DESCEND, MR, NR, SET, TALL, TILE, givePart, lowered, put, giveWhole } from './sums';

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
 * `a[high × depth] · b[depth × 8]`, given to `sink`. Element (i, p) of a lies at `a + i·row + p·step`, row p of b at
 * `b + p·line`; strides, also that of c, are in bytes. If `packs`, the rows of b are packed into `panel` as they are
 * read. `high` and `packs` are known to the compiler, which leaves out the rest.
 */
@inline
function micro(
  high: i32,
  packs: bool,
  a: usize,
  row: usize,
  step: usize,
  b: usize,
  line: usize,
  panel: usize,
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
  const end = b + <usize>depth * line;
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    if (packs) {
      put(panel, b0, b1);
      panel += NR * 4;
    }
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
    if (high == TALL) {
      x = v128.load32_splat(a4);
      c40 = madd(x, b0, c40);
      c41 = madd(x, b1, c41);
      x = v128.load32_splat(a5);
      c50 = madd(x, b0, c50);
      c51 = madd(x, b1, c51);
    }
    a += step;
    a1 += step;
    a2 += step;
    a3 += step;
    if (high == TALL) {
      a4 += step;
      a5 += step;
    }
    b += line;
  }
  if (sink == DESCEND && !packs) {
    let at = c;
    c00 = lowered(at, c00);
    c01 = lowered(at + 16, c01);
    at += stride;
    c10 = lowered(at, c10);
    c11 = lowered(at + 16, c11);
    at += stride;
    c20 = lowered(at, c20);
    c21 = lowered(at + 16, c21);
    at += stride;
    c30 = lowered(at, c30);
    c31 = lowered(at + 16, c31);
    if (high == TALL) {
      at += stride;
      c40 = lowered(at, c40);
      c41 = lowered(at + 16, c41);
      at += stride;
      c50 = lowered(at, c50);
      c51 = lowered(at + 16, c51);
    }
  }
  const inPlace = sink == SET || sink == DESCEND;
  let to = inPlace ? c : TILE;
  const next = inPlace ? stride : NR * 4;
  put(to, c00, c01);
  to += next;
  put(to, c10, c11);
  to += next;
  put(to, c20, c21);
  to += next;
  put(to, c30, c31);
  if (high == TALL) {
    to += next;
    put(to, c40, c41);
    to += next;
    put(to, c50, c51);
  }
  if (!inPlace) giveWhole(c, stride, high, sink);
}

/** Tiles of four rows and of six: twelve sums hide the latency of their additions, which eight only just do. */
function four(
  a: usize,
  row: usize,
  step: usize,
  b: usize,
  depth: i32,
  c: usize,
  stride: usize,
  sink: i32,
): void {
  micro(MR, false, a, row, step, b, NR * 4, 0, depth, c, stride, sink);
}

function six(
  a: usize,
  row: usize,
  step: usize,
  b: usize,
  depth: i32,
  c: usize,
  stride: usize,
  sink: i32,
): void {
  micro(TALL, false, a, row, step, b, NR * 4, 0, depth, c, stride, sink);
}

/** Rows of the tile that packs. */
export const FIRST: i32 = ASC_FEATURE_RELAXED_SIMD ? TALL : MR;

/**
 * A tile of FIRST rows with a panel of b whose rows lie `line` bytes apart, and which it packs on the way: the stores
 * cost nothing beside the products.
 */
export function firstTile(
  a: usize,
  row: usize,
  step: usize,
  b: usize,
  line: usize,
  panel: usize,
  depth: i32,
  c: usize,
  stride: usize,
  sink: i32,
): void {
  micro(FIRST, true, a, row, step, b, line, panel, depth, c, stride, sink);
}

/**
 * One tile of `high` rows, of which `rows` count, and of NR columns, of which `wide` count. At an edge it is computed in
 * full, in the same way, and only its valid part given to `sink`.
 */
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
  const whole = rows == high && wide == NR;
  const to = whole ? c : TILE;
  const next = whole ? stride : NR * 4;
  const how = whole ? sink : SET;
  if (ASC_FEATURE_RELAXED_SIMD && high == TALL) six(a, row, step, b, depth, to, next, how);
  else four(a, row, step, b, depth, to, next, how);
  if (!whole) givePart(c, stride, rows, wide, sink);
}
