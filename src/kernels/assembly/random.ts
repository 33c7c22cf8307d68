/** The generator of engine/rng.ts, four words at a time, and the distributions drawn with it. */
import { constant, log4, madd, splat } from './math';

const MIX = memory.data<i32>([0x21f0aaad, 0x735a2d97]);
const LANES = memory.data<i32>([0, 1, 2, 3], 16);

@inline
function mix4(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, constant(MIX, 0));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, constant(MIX, 1));
  return v128.xor(x, i32x4.shr_u(x, 15));
}

/**
 * Draws are made in blocks, each step over a whole block: short loops of independent iterations keep
 * the processor busier than one long chain from the counter to the draw.
 */
const BLOCK: i32 = 256;
const BYTES: usize = BLOCK * 4;
const WORDS = memory.data(BLOCK * 4, 64);

/** Writes the words of `BLOCK` counters from `first` on to WORDS, as odd integers 1 … 2²⁴ − 1 in float32. */
function drawWords(first: i32, k0: i32, k1: i32): void {
  const key0 = i32x4.splat(k0);
  const key1 = i32x4.splat(k1);
  const end = WORDS + BYTES;
  let counter = i32x4.add(i32x4.splat(first), v128.load(LANES));
  for (let at: usize = WORDS; at < end; at += 16) {
    const word = mix4(i32x4.add(mix4(v128.xor(counter, key0)), key1));
    const k = i32x4.shr_u(word, 9);
    const odd = i32x4.add(i32x4.add(k, k), constant(UNIT, 3));
    v128.store(at, f32x4.convert_i32x4_s(odd));
    counter = i32x4.add(counter, constant(UNIT, 4));
  }
}

/** 2²³, 2⁻²³, 2⁻²⁴, and the bits of the integers 1 and 4. */
const UNIT = memory.data<f32>([
  8388608, 1.1920928955078125e-7, 5.960464477539063e-8, 1.401298464324817e-45,
  5.605193857299268e-45,
]);

/** Uniform in (−1, 1), without rounding. */
@inline
function uniform4(odd: v128): v128 {
  return f32x4.mul(f32x4.sub(odd, constant(UNIT, 0)), constant(UNIT, 1));
}

/** Where a block's draws are written: into the array, or over WORDS if fewer than a block are left. */
@inline
function target(to: usize, left: i32): usize {
  return left >= BLOCK ? to : WORDS;
}

export function fillUniform(
  to: usize,
  length: i32,
  k0: i32,
  k1: i32,
  middle: f32,
  half: f32,
  first: i32,
): void {
  for (let i = 0; i < length; i += BLOCK) {
    drawWords(first + i, k0, k1);
    const into = target(to, length - i);
    for (let at: usize = 0; at < BYTES; at += 16) {
      const u = uniform4(v128.load(WORDS + at));
      v128.store(into + at, f32x4.add(splat(middle), f32x4.mul(splat(half), u)));
    }
    if (into != to) memory.copy(to, into, <usize>(length - i) << 2);
    to += BYTES;
  }
}

/** Replaces the first four of every eight words by the radius √(−2 ln unit). */
function drawRadii(): void {
  for (let at: usize = WORDS; at < WORDS + BYTES; at += 32) {
    const unit = f32x4.mul(v128.load(at), constant(UNIT, 2));
    v128.store(at, f32x4.sqrt(f32x4.mul(constant(TURN, 0), log4(unit))));
  }
}

/** −2, 1.5 · 2²³, ½, π, and the polynomials of sine and cosine within an eighth of a turn. */
const TURN = memory.data<f32>([
  -2, 12582912, 0.5, 3.14159265358979, -1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1,
  2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2, 1,
]);
const QUARTERS = memory.data<i32>([1, 2]);

/** Normal draws by the Box–Muller transform, in groups of eight: four cosines, then four sines. */
export function fillNormal(
  to: usize,
  length: i32,
  k0: i32,
  k1: i32,
  mean: f32,
  std: f32,
  first: i32,
): void {
  for (let i = 0; i < length; i += BLOCK) {
    drawWords(first + i, k0, k1);
    drawRadii();
    const into = target(to, length - i);
    for (let at: usize = 0; at < BYTES; at += 32) {
      const radius = v128.load(WORDS + at);
      const u = uniform4(v128.load(WORDS + at, 16));
      // The angle π u is q quarter turns and a remainder of at most an eighth of a turn.
      const turns = f32x4.add(f32x4.add(u, u), constant(TURN, 1));
      const q = f32x4.sub(turns, constant(TURN, 1));
      const angle = f32x4.mul(f32x4.sub(u, f32x4.mul(q, constant(TURN, 2))), constant(TURN, 3));
      const z = f32x4.mul(angle, angle);
      let s = constant(TURN, 4);
      s = madd(s, z, constant(TURN, 5));
      s = madd(s, z, constant(TURN, 6));
      s = madd(f32x4.mul(s, z), angle, angle);
      let c = constant(TURN, 7);
      c = madd(c, z, constant(TURN, 8));
      c = madd(c, z, constant(TURN, 9));
      const rest = f32x4.sub(constant(TURN, 10), f32x4.mul(z, constant(TURN, 2)));
      c = madd(f32x4.mul(z, z), c, rest);
      // q is in the low bits of `turns`: odd quarter turns swap sine and cosine.
      const odds = i32x4.shr_s(i32x4.shl(turns, 31), 31);
      const cosine = v128.bitselect(s, c, odds);
      const sine = v128.bitselect(c, s, odds);
      // cos changes sign for q = 1 and ±2, sin for q = −1 and ±2.
      const two = constant(QUARTERS, 1);
      const signC = i32x4.shl(v128.and(i32x4.add(turns, constant(QUARTERS, 0)), two), 30);
      const signS = i32x4.shl(v128.and(turns, two), 30);
      const zc = f32x4.mul(radius, v128.xor(cosine, signC));
      const zs = f32x4.mul(radius, v128.xor(sine, signS));
      v128.store(into + at, f32x4.add(splat(mean), f32x4.mul(splat(std), zc)));
      v128.store(into + at, f32x4.add(splat(mean), f32x4.mul(splat(std), zs)), 16);
    }
    if (into != to) memory.copy(to, into, <usize>(length - i) << 2);
    to += BYTES;
  }
}

/** √2 erf⁻¹(y) = y P(w), w = −ln(1 − y²): M. Giles, "Approximating the erfinv function", 2012, for w < 5. */
const ERFINV = memory.data<f32>([
  2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 0.00021858087, -0.00125372503,
  -0.00417768164, 0.246640727, 1.50140941, 2.5, 1.4142135623730951, 1,
]);

/** Normal draws within ±2σ, by the inverse distribution function; `mass` is the probability of −2σ … 2σ. */
export function fillTruncatedNormal(
  to: usize,
  length: i32,
  k0: i32,
  k1: i32,
  mean: f32,
  std: f32,
  mass: f32,
  first: i32,
): void {
  for (let i = 0; i < length; i += BLOCK) {
    drawWords(first + i, k0, k1);
    const into = target(to, length - i);
    for (let at: usize = 0; at < BYTES; at += 16) {
      const y = f32x4.mul(uniform4(v128.load(WORDS + at)), splat(mass));
      const one = constant(ERFINV, 11);
      const logarithm = log4(f32x4.mul(f32x4.sub(one, y), f32x4.add(one, y)));
      const w = f32x4.neg(f32x4.add(logarithm, constant(ERFINV, 9)));
      let p = constant(ERFINV, 0);
      p = madd(p, w, constant(ERFINV, 1));
      p = madd(p, w, constant(ERFINV, 2));
      p = madd(p, w, constant(ERFINV, 3));
      p = madd(p, w, constant(ERFINV, 4));
      p = madd(p, w, constant(ERFINV, 5));
      p = madd(p, w, constant(ERFINV, 6));
      p = madd(p, w, constant(ERFINV, 7));
      p = madd(p, w, constant(ERFINV, 8));
      const z = f32x4.mul(f32x4.mul(p, y), constant(ERFINV, 10));
      v128.store(into + at, f32x4.add(splat(mean), f32x4.mul(splat(std), z)));
    }
    if (into != to) memory.copy(to, into, <usize>(length - i) << 2);
    to += BYTES;
  }
}

/** `to[i] = middle + factor · from[i]` in float64: converts float32 draws for float64 arrays. */
export function widen(from: usize, to: usize, length: i32, middle: f64, factor: f64): void {
  for (let i: usize = 0; i < <usize>length; i++) {
    store<f64>(to + (i << 3), middle + factor * <f64>load<f32>(from + (i << 2)));
  }
}
