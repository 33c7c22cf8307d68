/**
 * The gradient of a convolution's weights: a matrix product over the places of all pictures, one for each tap, with dz
 * and x read where they lie. Every element is summed in the same order, wherever it is.
 */
import { wrapped } from './convolution';
import { madd } from './micro';
import { ADD, MR, NR, SET, TILE, givePart, put } from './sums';

/**
 * Bytes of x that are processed with all taps before the next pictures. The size of dz does not count: a subset of the
 * units has to give the same bits.
 */
const PART: i32 = 12 * 1024;

/** Runs of neighbouring places whose tap is inside the picture, three words each: to, from (in places), length. */
const RUNS = memory.data(2 * 32 * 12, 16);

function addRun(count: i32, to: i32, from: i32, length: i32): i32 {
  if (length <= 0) return count;
  const at = RUNS + <usize>(count * 12);
  store<i32>(at, to);
  store<i32>(at, from, 4);
  store<i32>(at, length, 8);
  return count + 1;
}

/** Writes the runs of one tap to RUNS; returns how many there are. */
function findRuns(side: i32, dy: i32, dx: i32, circular: bool): i32 {
  let count = 0;
  for (let y = 0; y < side; y++) {
    let v = y + dy;
    if (v < 0 || v >= side) {
      if (!circular) continue;
      v = wrapped(v, side);
    }
    const line = y * side;
    const row = v * side;
    if (!circular) {
      const x = max(0, -dx);
      count = addRun(count, line + x, row + x + dx, side - abs(dx));
    } else {
      const shift = wrapped(dx, side);
      count = addRun(count, line, row + shift, side - shift);
      count = addRun(count, line + side - shift, row, shift);
    }
  }
  return count;
}

@inline
function putOrAdd(c: usize, low: v128, high: v128, first: bool): void {
  if (first) put(c, low, high);
  else put(c, f32x4.add(v128.load(c), low), f32x4.add(v128.load(c, 16), high));
}

/** `c[4 × 8] (+)= Σ dz[place, 4 units] · x[neighbour, 8 channels]` over the runs of `pictures` pictures. */
function microPlaces(
  dz: usize,
  x: usize,
  pictures: i32,
  sizeZ: usize,
  sizeX: usize,
  lineZ: usize,
  lineX: usize,
  runs: i32,
  c: usize,
  stride: usize,
  first: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (let picture = 0; picture < pictures; picture++) {
    for (let run = 0; run < runs; run++) {
      const at = RUNS + <usize>(run * 12);
      let a = dz + <usize>load<i32>(at) * lineZ;
      let b = x + <usize>load<i32>(at, 4) * lineX;
      const end = a + <usize>load<i32>(at, 8) * lineZ;
      while (a < end) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        let v = v128.load32_splat(a);
        c00 = madd(v, b0, c00);
        c01 = madd(v, b1, c01);
        v = v128.load32_splat(a, 4);
        c10 = madd(v, b0, c10);
        c11 = madd(v, b1, c11);
        v = v128.load32_splat(a, 8);
        c20 = madd(v, b0, c20);
        c21 = madd(v, b1, c21);
        v = v128.load32_splat(a, 12);
        c30 = madd(v, b0, c30);
        c31 = madd(v, b1, c31);
        a += lineZ;
        b += lineX;
      }
    }
    dz += sizeZ;
    x += sizeX;
  }
  putOrAdd(c, c00, c01, first);
  putOrAdd(c + stride, c10, c11, first);
  putOrAdd(c + 2 * stride, c20, c21, first);
  putOrAdd(c + 3 * stride, c30, c31, first);
}

/**
 * `dWeights [units × kernel² × channels] = Σ dz [batch × side² × units] · neighbour in x [batch × side² × channels]`
 * over pictures and places. Reads up to 28 bytes past the ends of dz and x, which must be inside the memory.
 */
export function convolveWeights(
  dz: usize,
  x: usize,
  dWeights: usize,
  batch: i32,
  side: i32,
  channels: i32,
  units: i32,
  kernel: i32,
  circular: bool,
): void {
  const taps = kernel * kernel;
  const places = side * side;
  const reach = kernel >> 1;
  const lineZ = (<usize>units) << 2;
  const lineX = (<usize>channels) << 2;
  const sizeZ = <usize>places * lineZ;
  const sizeX = <usize>places * lineX;
  const stride = (<usize>(taps * channels)) << 2;
  const most = max(1, PART / <i32>sizeX);
  for (let from = 0; from < batch; from += most) {
    const pictures = min(most, batch - from);
    const partZ = dz + <usize>from * sizeZ;
    const partX = x + <usize>from * sizeX;
    for (let tap = 0; tap < taps; tap++) {
      const runs = findRuns(side, tap / kernel - reach, (tap % kernel) - reach, circular);
      for (let unit = 0; unit < units; unit += MR) {
        const a = partZ + ((<usize>unit) << 2);
        const high = min(MR, units - unit);
        for (let channel = 0; channel < channels; channel += NR) {
          const b = partX + ((<usize>channel) << 2);
          const wide = min(NR, channels - channel);
          const c = dWeights + <usize>unit * stride + ((<usize>(tap * channels + channel)) << 2);
          const whole = high == MR && wide == NR;
          microPlaces(
            a,
            b,
            pictures,
            sizeZ,
            sizeX,
            lineZ,
            lineX,
            runs,
            whole ? c : TILE,
            whole ? stride : NR * 4,
            !whole || from == 0,
          );
          if (!whole) givePart(c, stride, high, wide, from == 0 ? SET : ADD);
        }
      }
    }
  }
}
