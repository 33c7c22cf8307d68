/**
 * Convolutions over square pictures, channels last: a product whose rows are places and whose depth runs over
 * the taps and, in each, over the channels. Rows are read where they lie, by the offsets of a place's
 * neighbours; nothing is copied but the weights. Every element is summed in the same order whatever its place.
 */
import { MR, NR, PACKED_B, PACKED_B_FLOATS, TILE, madd, pack, put } from './gemm';

/** Places of the largest picture, 32 × 32, by the taps of the largest kernel, 5 × 5. */
const MAX_NEIGHBOURS: i32 = 32 * 32 * 25;
/** Byte offsets in a picture, tap by tap and place by place; −1 beyond a border of zeros. */
const NEIGHBOURS = memory.data(MAX_NEIGHBOURS * 4, 64);
/** What lies beyond that border: as many channels as there may be. */
const ZEROS = memory.data(1024 * 4, 64);
/** Rows that are computed with one panel of weights before the next. */
const BLOCK: i32 = 64;

function fillNeighbours(side: i32, kernel: i32, circular: bool, step: i32): void {
  const reach = kernel >> 1;
  let to = NEIGHBOURS;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      for (let dy = -reach; dy <= reach; dy++) {
        for (let dx = -reach; dx <= reach; dx++) {
          let v = y + dy;
          let u = x + dx;
          const outside = v < 0 || v >= side || u < 0 || u >= side;
          v = wrapped(v, side);
          u = wrapped(u, side);
          store<i32>(to, outside && !circular ? -1 : (v * side + u) * step);
          to += 4;
        }
      }
    }
  }
}

/** Into 0 … side − 1, from the nearest turns. */
@inline
function wrapped(x: i32, side: i32): i32 {
  const rest = x % side;
  return rest < 0 ? rest + side : rest;
}

/** Where a neighbour's channels lie. */
@inline
function neighbour(picture: usize, entry: usize): usize {
  const offset = load<i32>(entry);
  return offset < 0 ? ZEROS : picture + <usize>offset;
}

/** The first of four rows that are computed together; each has its picture and its place in it. */
let picture0: usize = 0;
let picture1: usize = 0;
let picture2: usize = 0;
let picture3: usize = 0;
let entry0: usize = 0;
let entry1: usize = 0;
let entry2: usize = 0;
let entry3: usize = 0;

/** Finds the pictures and neighbours of rows `row … row + 3`; those past the end repeat the last one. */
function findRows(source: usize, row: i32, rows: i32, places: i32, taps: i32, size: usize): void {
  let index = row / places;
  let place = row - index * places;
  const line = (<usize>taps) << 2;
  picture0 = source + <usize>index * size;
  entry0 = NEIGHBOURS + <usize>place * line;
  for (let i = 1; i < MR; i++) {
    if (row + i < rows) {
      place++;
      if (place == places) {
        place = 0;
        index++;
      }
    }
    const picture = source + <usize>index * size;
    const entry = NEIGHBOURS + <usize>place * line;
    if (i == 1) {
      picture1 = picture;
      entry1 = entry;
    } else if (i == 2) {
      picture2 = picture;
      entry2 = entry;
    } else {
      picture3 = picture;
      entry3 = entry;
    }
  }
}

/** `c[4 × 8]` of the rows that were found and one panel of weights. */
function microRows(b: usize, taps: i32, depth: i32, c: usize, stride: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const fours = (<usize>(depth & ~3)) << 2;
  const all = (<usize>depth) << 2;
  const last = (<usize>taps) << 2;
  for (let tap: usize = 0; tap < last; tap += 4) {
    let p0 = neighbour(picture0, entry0 + tap);
    let p1 = neighbour(picture1, entry1 + tap);
    let p2 = neighbour(picture2, entry2 + tap);
    let p3 = neighbour(picture3, entry3 + tap);
    const whole = p0 + fours;
    const end = p0 + all;
    while (p0 < whole) {
      let b0 = v128.load(b);
      let b1 = v128.load(b, 16);
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
      b0 = v128.load(b, 32);
      b1 = v128.load(b, 48);
      x = v128.load32_splat(p0, 4);
      c00 = madd(x, b0, c00);
      c01 = madd(x, b1, c01);
      x = v128.load32_splat(p1, 4);
      c10 = madd(x, b0, c10);
      c11 = madd(x, b1, c11);
      x = v128.load32_splat(p2, 4);
      c20 = madd(x, b0, c20);
      c21 = madd(x, b1, c21);
      x = v128.load32_splat(p3, 4);
      c30 = madd(x, b0, c30);
      c31 = madd(x, b1, c31);
      b0 = v128.load(b, 64);
      b1 = v128.load(b, 80);
      x = v128.load32_splat(p0, 8);
      c00 = madd(x, b0, c00);
      c01 = madd(x, b1, c01);
      x = v128.load32_splat(p1, 8);
      c10 = madd(x, b0, c10);
      c11 = madd(x, b1, c11);
      x = v128.load32_splat(p2, 8);
      c20 = madd(x, b0, c20);
      c21 = madd(x, b1, c21);
      x = v128.load32_splat(p3, 8);
      c30 = madd(x, b0, c30);
      c31 = madd(x, b1, c31);
      b0 = v128.load(b, 96);
      b1 = v128.load(b, 112);
      x = v128.load32_splat(p0, 12);
      c00 = madd(x, b0, c00);
      c01 = madd(x, b1, c01);
      x = v128.load32_splat(p1, 12);
      c10 = madd(x, b0, c10);
      c11 = madd(x, b1, c11);
      x = v128.load32_splat(p2, 12);
      c20 = madd(x, b0, c20);
      c21 = madd(x, b1, c21);
      x = v128.load32_splat(p3, 12);
      c30 = madd(x, b0, c30);
      c31 = madd(x, b1, c31);
      p0 += 16;
      p1 += 16;
      p2 += 16;
      p3 += 16;
      b += 4 * NR * 4;
    }
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
  put(c, c00, c01, true);
  put(c + stride, c10, c11, true);
  put(c + 2 * stride, c20, c21, true);
  put(c + 3 * stride, c30, c31, true);
}

/** The part of TILE that exists, to c. */
function copyTile(c: usize, stride: usize, rows: i32, columns: i32, first: bool): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = c + <usize>i * stride + ((<usize>j) << 2);
      const value = load<f32>(TILE + (<usize>(i * NR + j) << 2));
      store<f32>(at, first ? value : load<f32>(at) + value);
    }
  }
}

/**
 * `out [batch × side² × columns]`: each place's neighbours in `source [batch × side² × depth]` times the weights.
 * Element (tap, channel, column) of the weights lies at `weights + tap·tapB + channel·stepB + column·colB`.
 * `flipped` takes the taps from the last to the first, as the way back wants them.
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
  const places = side * side;
  const rows = batch * places;
  const length = taps * depth;
  const size = (<usize>(places * depth)) << 2;
  const stride = (<usize>columns) << 2;
  fillNeighbours(side, kernel, circular, depth << 2);
  const most = max(1, PACKED_B_FLOATS / (NR * length)) * NR;
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
    for (let block = 0; block < rows; block += BLOCK) {
      const end = min(rows, block + BLOCK);
      for (let jr = 0; jr < wide; jr += NR) {
        const panel = PACKED_B + ((<usize>(jr * length)) << 2);
        const left = min(NR, wide - jr);
        for (let row = block; row < end; row += MR) {
          findRows(source, row, rows, places, taps, size);
          const c = out + <usize>row * stride + ((<usize>(jc + jr)) << 2);
          const high = min(MR, rows - row);
          if (high == MR && left == NR) microRows(panel, taps, depth, c, stride);
          else {
            microRows(panel, taps, depth, TILE, NR * 4);
            copyTile(c, stride, high, left, true);
          }
        }
      }
    }
  }
}

/**
 * Bytes of x that are gone over with all taps before the next pictures. Not of dz: some of the units alone have to
 * give the same bits.
 */
const PART: i32 = 12 * 1024;

/** Runs of neighbouring places whose tap stays inside, as three words: to, from (both in places), how many. */
const RUNS = memory.data(2 * 32 * 12, 16);

function addRun(count: i32, to: i32, from: i32, length: i32): i32 {
  if (length <= 0) return count;
  const at = RUNS + <usize>(count * 12);
  store<i32>(at, to);
  store<i32>(at, from, 4);
  store<i32>(at, length, 8);
  return count + 1;
}

/** The runs of one tap; how many. */
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
  put(c, c00, c01, first);
  put(c + stride, c10, c11, first);
  put(c + 2 * stride, c20, c21, first);
  put(c + 3 * stride, c30, c31, first);
}

/**
 * `dWeights [units × kernel² × channels] = Σ dz [batch × side² × units] · neighbour in x [batch × side² × channels]`
 * over pictures and places. Reads up to 28 bytes past the ends of dz and x, which must be memory.
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
          if (!whole) copyTile(c, stride, high, wide, from == 0);
        }
      }
    }
  }
}
