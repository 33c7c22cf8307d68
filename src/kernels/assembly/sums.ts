/** The sizes of a tile, and what becomes of its sums: they are stored in c, added to it, or change it in another way. */
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

/** Four numbers of c less the rate times their gradient. */
@inline
export function lowered(c: usize, gradient: v128): v128 {
  return f32x4.sub(v128.load(c), f32x4.mul(f32x4.splat(rate), gradient));
}

@inline
export function put(c: usize, low: v128, high: v128): void {
  v128.store(c, low);
  v128.store(c, high, 16);
}

/** Adds the `high` rows of sums in TILE to c, or stores them with rows and columns exchanged. */
export function giveWhole(c: usize, stride: usize, high: i32, sink: i32): void {
  if (sink == TURNED) {
    turn(TILE, c, stride, high);
    turn(TILE + 16, c + 4 * stride, stride, high);
    return;
  }
  const end = TILE + <usize>high * (NR * 4);
  for (let sums: usize = TILE; sums < end; sums += NR * 4) {
    put(
      c,
      f32x4.add(v128.load(c), v128.load(sums)),
      f32x4.add(v128.load(c, 16), v128.load(sums, 16)),
    );
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

/** Gives the first `rows` rows and `wide` columns of the sums in TILE to `sink`, one by one. */
export function givePart(c: usize, stride: usize, rows: i32, wide: i32, sink: i32): void {
  const down = sink == TURNED ? 4 : stride;
  const along = sink == TURNED ? stride : 4;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < wide; j++) {
      const at = c + <usize>i * down + <usize>j * along;
      const value = load<f32>(TILE + (<usize>(i * NR + j) << 2));
      if (sink == DESCEND) store<f32>(at, load<f32>(at) - rate * value);
      else store<f32>(at, sink == ADD ? load<f32>(at) + value : value);
    }
  }
}
