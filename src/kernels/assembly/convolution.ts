/**
 * Convolutions over square pictures, channels last: a matrix product whose rows are places and whose depth runs over
 * the taps and, within each, over the channels. Pictures are copied once, with their padding, so that the neighbours of
 * a place are contiguous. Every element is summed in the same order, wherever it is.
 */
import { PACKED_B, PACKED_B_FLOATS } from './gemm';
import { madd } from './micro';
import { pack } from './pack';
import { MR, NR, SET, TILE, givePart, put } from './sums';

/** Upper limits: side of a picture, number of channels, side of a kernel. */
const MAX_SIDE: i32 = 32;
const MAX_CHANNELS: i32 = 1024;
const MAX_KERNEL: i32 = 5;
/** Rows of a picture with padding on both sides, and three more places, because a tile may extend past the end. */
const BAND = memory.data(MAX_KERNEL * (MAX_SIDE + MAX_KERNEL + 2) * MAX_CHANNELS * 4, 64);
/** Bytes of BAND used at a time, so that they stay in the L1 cache if so few rows are enough. */
const BAND_BYTES: i32 = 24 * 1024;

/** x modulo `side`, in 0 … side − 1. */
@inline
export function wrapped(x: i32, side: i32): i32 {
  const rest = x % side;
  return rest < 0 ? rest + side : rest;
}

@inline
function copyFloats(to: usize, from: usize, count: i32): void {
  const end = to + ((<usize>count) << 2);
  const whole = to + ((<usize>(count & ~3)) << 2);
  while (to < whole) {
    v128.store(to, v128.load(from));
    to += 16;
    from += 16;
  }
  while (to < end) {
    store<f32>(to, load<f32>(from));
    to += 4;
    from += 4;
  }
}

/**
 * Copies rows `from … to − 1` of a picture into BAND, including rows of padding. Zeros of the padding are there
 * already; rows that are all padding are not written, because they are never read.
 */
function fillBand(picture: usize, from: i32, to: i32, side: i32, reach: i32, depth: i32, circular: bool): void {
  const place = (<usize>depth) << 2;
  const line = place * <usize>(side + 2 * reach);
  let at = BAND;
  for (let y = from; y < to; y++) {
    const row = picture + place * <usize>(wrapped(y, side) * side);
    if (circular || (y >= 0 && y < side)) {
      copyFloats(at + place * <usize>reach, row, side * depth);
    }
    if (circular) {
      for (let x = 0; x < reach; x++) {
        copyFloats(at + place * <usize>x, row + place * <usize>wrapped(x - reach, side), depth);
        copyFloats(at + place * <usize>(reach + side + x), row + place * <usize>wrapped(x, side), depth);
      }
    }
    at += line;
  }
}

/**
 * `c[4 × 8]` of four neighbouring places and one panel of weights: `lines` rows of taps, each of `length` numbers that
 * are contiguous in the picture as in the weights.
 */
function microTaps(
  a: usize,
  place: usize,
  line: usize,
  lines: i32,
  length: i32,
  b: usize,
  c: usize,
  stride: usize,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const all = (<usize>length) << 2;
  for (let row = 0; row < lines; row++) {
    let p0 = a;
    let p1 = p0 + place;
    let p2 = p1 + place;
    let p3 = p2 + place;
    const end = p0 + all;
    a += line;
    // Not unrolled: browser compilers would move all loads to the front and run out of registers.
    while (p0 < end) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      let x = v128.load32_splat(p0);
      c00 = madd(x, b0, c00);
      c01 = madd(x, b1, c01);
      x = v128.load32_splat(p1);
      c10 = madd(x, b0, c10);
      c11 = madd(x, b1, c11);
      x = v128.load32_splat(p2);
      c20 = madd(x, b0, c20);
      c21 = madd(x, b1, c21);
      x = v128.load32_splat(p3);
      c30 = madd(x, b0, c30);
      c31 = madd(x, b1, c31);
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
      b += NR * 4;
    }
  }
  put(c, c00, c01);
  put(c + stride, c10, c11);
  put(c + 2 * stride, c20, c21);
  put(c + 3 * stride, c30, c31);
}

/**
 * `out [batch × side² × columns]`: each place's neighbours in `source [batch × side² × depth]` times the weights.
 * Element (tap, channel, column) of the weights lies at `weights + tap·tapB + channel·stepB + column·colB`.
 * `flipped` takes the taps from the last to the first, as the backward pass requires.
 */
export function convolve(
  source: usize,
  weights: usize,
  tapB: usize,
  stepB: usize,
  colB: usize,
  out: usize,
  batch: i32,
  side: i32,
  depth: i32,
  columns: i32,
  kernel: i32,
  circular: bool,
  flipped: bool,
): void {
  const taps = kernel * kernel;
  const reach = kernel >> 1;
  const length = taps * depth;
  const across = kernel * depth;
  const place = (<usize>depth) << 2;
  const size = place * <usize>(side * side);
  const line = place * <usize>(side + 2 * reach);
  const stride = (<usize>columns) << 2;
  const high = max(1, min(side, BAND_BYTES / <i32>line - 2 * reach));
  const most = max(1, PACKED_B_FLOATS / (NR * length)) * NR;
  if (!circular) memory.fill(BAND, 0, line * <usize>(high + 2 * reach));
  for (let jc = 0; jc < columns; jc += most) {
    const wide = min(most, columns - jc);
    for (let jr = 0; jr < wide; jr += NR) {
      const panel = PACKED_B + ((<usize>(jr * length)) << 2);
      for (let tap = 0; tap < taps; tap++) {
        const from = weights + <usize>(flipped ? taps - 1 - tap : tap) * tapB + <usize>(jc + jr) * colB;
        const to = panel + ((<usize>(tap * depth * NR)) << 2);
        pack(to, from, min(NR, wide - jr), depth, colB, stepB, NR);
      }
    }
    for (let index = 0; index < batch; index++) {
      const picture = source + <usize>index * size;
      const target = out + <usize>(index * side * side) * stride + ((<usize>jc) << 2);
      for (let from = 0; from < side; from += high) {
        const to = min(side, from + high);
        fillBand(picture, from - reach, to + reach, side, reach, depth, circular);
        for (let jr = 0; jr < wide; jr += NR) {
          const panel = PACKED_B + ((<usize>(jr * length)) << 2);
          const left = min(NR, wide - jr);
          for (let y = from; y < to; y++) {
            // Rows of taps in the zero padding add nothing.
            const first = circular ? 0 : max(0, reach - y);
            const last = circular ? kernel : min(kernel, side + reach - y);
            const b = panel + ((<usize>(first * across * NR)) << 2);
            let a = BAND + line * <usize>(y - from + first);
            let c = target + <usize>(y * side) * stride + ((<usize>jr) << 2);
            for (let x = 0; x < side; x += MR) {
              const whole = left == NR && side - x >= MR;
              const tile = whole ? c : TILE;
              microTaps(a, place, line, last - first, across, b, tile, whole ? stride : NR * 4);
              if (!whole) givePart(c, stride, min(MR, side - x), left, SET);
              a += MR * place;
              c += MR * stride;
            }
          }
        }
      }
    }
  }
}
