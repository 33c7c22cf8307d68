/** The generator of engine/rng.ts, four words at a time, and the draws made of it. */
import { log4, madd, splat } from './math';

@inline
function mix4(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, i32x4.splat(0x21f0aaad));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x735a2d97));
  return v128.xor(x, i32x4.shr_u(x, 15));
}

/** Words `counter … counter + 3` of a stream. */
@inline
function words(counter: i32, k0: i32, k1: i32): v128 {
  const c = i32x4.add(i32x4.splat(counter), i32x4(0, 1, 2, 3));
  return mix4(i32x4.add(mix4(v128.xor(c, i32x4.splat(k0))), i32x4.splat(k1)));
}

/** Odd numbers 1 … 2²⁴ − 1 from the upper 23 bits. */
@inline
function odd(word: v128): v128 {
  const k = i32x4.shr_u(word, 9);
  return f32x4.convert_i32x4_s(i32x4.add(i32x4.add(k, k), i32x4.splat(1)));
}

/** U(−1, 1), exact. */
@inline
function uniform4(word: v128): v128 {
  return f32x4.mul(f32x4.sub(odd(word), splat(8388608)), splat(1.0 / 8388608.0));
}

/** The last, incomplete four of a fill. */
@inline
function storePart(to: usize, value: v128, left: i32): void {
  if (left > 0) v128.store32_lane(to, value, 0);
  if (left > 1) v128.store32_lane(to, value, 1, 4);
  if (left > 2) v128.store32_lane(to, value, 2, 8);
  if (left > 3) v128.store32_lane(to, value, 3, 12);
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
  for (let i = 0; i < length; i += 4) {
    const u = uniform4(words(first + i, k0, k1));
    const x = f32x4.add(splat(middle), f32x4.mul(splat(half), u));
    if (length - i >= 4) v128.store(to, x);
    else storePart(to, x, length - i);
    to += 16;
  }
}

/** Box and Muller, eight draws of one block: cosines first, sines after. */
export function fillNormal(
  to: usize,
  length: i32,
  k0: i32,
  k1: i32,
  mean: f32,
  std: f32,
  first: i32,
): void {
  for (let i = 0; i < length; i += 8) {
    const unit = f32x4.mul(odd(words(first + i, k0, k1)), splat(1.0 / 16777216.0));
    const u = uniform4(words(first + i + 4, k0, k1));
    const radius = f32x4.sqrt(f32x4.mul(splat(-2), log4(unit)));
    // The angle π u is q quarter turns and a rest of at most an eighth of a turn.
    const q = f32x4.nearest(f32x4.add(u, u));
    const turns = i32x4.trunc_sat_f32x4_s(q);
    const angle = f32x4.mul(f32x4.sub(u, f32x4.mul(q, splat(0.5))), splat(3.14159265358979));
    const z = f32x4.mul(angle, angle);
    let s = splat(-1.9515295891e-4);
    s = madd(s, z, splat(8.3321608736e-3));
    s = madd(s, z, splat(-1.6666654611e-1));
    s = f32x4.add(angle, f32x4.mul(f32x4.mul(s, z), angle));
    let c = splat(2.443315711809948e-5);
    c = madd(c, z, splat(-1.388731625493765e-3));
    c = madd(c, z, splat(4.166664568298827e-2));
    c = madd(f32x4.mul(z, z), c, f32x4.sub(splat(1), f32x4.mul(z, splat(0.5))));
    const odds = i32x4.neg(v128.and(turns, i32x4.splat(1)));
    const cosine = v128.bitselect(s, c, odds);
    const sine = v128.bitselect(c, s, odds);
    // cos changes sign for q = ±1 with q > 0, ±2; sin for q = −1, ±2.
    const signC = i32x4.shl(v128.and(i32x4.add(turns, i32x4.splat(1)), i32x4.splat(2)), 30);
    const signS = i32x4.shl(v128.and(turns, i32x4.splat(2)), 30);
    const zc = f32x4.mul(radius, v128.xor(cosine, signC));
    const zs = f32x4.mul(radius, v128.xor(sine, signS));
    const low = f32x4.add(splat(mean), f32x4.mul(splat(std), zc));
    const high = f32x4.add(splat(mean), f32x4.mul(splat(std), zs));
    if (length - i >= 8) {
      v128.store(to, low);
      v128.store(to, high, 16);
    } else {
      storePart(to, low, length - i);
      storePart(to + 16, high, length - i - 4);
    }
    to += 32;
  }
}

/** Acklam's rational approximation of the inverse normal distribution, as in ../inverseNormal.ts. */
export function fillTruncatedNormal(
  to: usize,
  length: i32,
  k0: i32,
  k1: i32,
  mean: f32,
  std: f32,
  half: f32,
  first: i32,
): void {
  for (let i = 0; i < length; i += 4) {
    const q = f32x4.mul(uniform4(words(first + i, k0, k1)), splat(half));
    const r = f32x4.mul(q, q);
    let top = splat(-39.69683028665376);
    top = madd(top, r, splat(220.9460984245205));
    top = madd(top, r, splat(-275.9285104469687));
    top = madd(top, r, splat(138.357751867269));
    top = madd(top, r, splat(-30.66479806614716));
    top = madd(top, r, splat(2.506628277459239));
    let below = splat(-54.47609879822406);
    below = madd(below, r, splat(161.5858368580409));
    below = madd(below, r, splat(-155.6989798598866));
    below = madd(below, r, splat(66.80131188771972));
    below = madd(below, r, splat(-13.28068155288572));
    below = madd(below, r, splat(1));
    const z = f32x4.div(f32x4.mul(q, top), below);
    const x = f32x4.add(splat(mean), f32x4.mul(splat(std), z));
    if (length - i >= 4) v128.store(to, x);
    else storePart(to, x, length - i);
    to += 16;
  }
}
