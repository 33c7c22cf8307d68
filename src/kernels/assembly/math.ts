/**
 * Elementary functions of four floats. Polynomials are from S. L. Moshier's Cephes library (single precision) unless
 * noted otherwise; errors are within a few units in the last place.
 *
 * Constants are read from memory: a load takes one instruction, a vector constant three.
 */

/** Constant `index` of a table, in all four lanes. */
@inline
export function constant(table: usize, index: usize): v128 {
  return v128.load32_splat(table + (index << 2));
}

@inline
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

const ONE = memory.data<f32>([1]);
const HALF = memory.data<f32>([0.5]);

@inline
export function one4(): v128 {
  return constant(ONE, 0);
}

/** `a · b + c`; may be fused in the relaxed SIMD build. */
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** `yes` where the mask is set, `no` elsewhere. */
@inline
export function select(mask: v128, yes: v128, no: v128): v128 {
  return v128.bitselect(yes, no, mask);
}

@inline
export function abs4(x: v128): v128 {
  return f32x4.abs(x);
}

/** Bits of 1.5 · 2²³: adding this number leaves the nearest integer in the low bits. */
const WHOLE: i32 = 0x4b400000;
/** Limits, log₂ e, 1.5 · 2²³, and ln 2 in two parts, so that x − k ln 2 is exact. */
const REDUCTION = memory.data<f32>([
  89, -104, 1.44269504088896341, 12582912, 0.693359375, -2.1219444e-4,
]);
/** e^r = 1 + r + r² P(r), |r| ≤ ½ ln 2. */
const EXP = memory.data<f32>([
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
]);
const BITS = memory.data<i32>([WHOLE, 127]);

@inline
function expPolynomial(r: v128): v128 {
  let p = constant(EXP, 0);
  p = madd(p, r, constant(EXP, 1));
  p = madd(p, r, constant(EXP, 2));
  p = madd(p, r, constant(EXP, 3));
  p = madd(p, r, constant(EXP, 4));
  return madd(p, r, constant(EXP, 5));
}

/** 2^k for integer lanes −126 … 127. */
@inline
function power(k: v128): v128 {
  return i32x4.shl(i32x4.add(k, constant(BITS, 1)), 23);
}

/**
 * e^(x + rest) with a small `rest`, as if the sum were exact; 0 below −104, infinite above 88.73, NaN for NaN.
 * 2^k is applied as two factors, so that results at both ends of the range are right.
 */
@inline
export function expSum4(x: v128, rest: v128): v128 {
  const bounded = f32x4.pmax(f32x4.pmin(x, constant(REDUCTION, 0)), constant(REDUCTION, 1));
  const sum = f32x4.add(bounded, rest);
  const shifted = madd(sum, constant(REDUCTION, 2), constant(REDUCTION, 3));
  const k = f32x4.sub(shifted, constant(REDUCTION, 3));
  let r = f32x4.sub(bounded, f32x4.mul(k, constant(REDUCTION, 4)));
  r = f32x4.add(f32x4.sub(r, f32x4.mul(k, constant(REDUCTION, 5))), rest);
  const e = f32x4.add(one4(), madd(f32x4.mul(r, r), expPolynomial(r), r));
  const whole = i32x4.sub(shifted, constant(BITS, 0));
  const half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(e, power(half)), power(i32x4.sub(whole, half)));
}

@inline
export function exp4(x: v128): v128 {
  return expSum4(x, i32x4.splat(0));
}

const EXPM1 = memory.data<f32>([-0.35]);

/** e^x − 1 for x ≤ 0, accurate near 0 as well. */
@inline
export function expm1NonPositive4(x: v128): v128 {
  const limit = constant(EXPM1, 0);
  const near = madd(f32x4.mul(x, x), expPolynomial(f32x4.pmax(x, limit)), x);
  return select(f32x4.gt(x, limit), near, f32x4.sub(exp4(x), one4()));
}

const LOG = memory.data<f32>([
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1,
  -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1, 0.70710678118654752,
]);
const LOG_BITS = memory.data<i32>([126, 0x007fffff, 0x3f000000]);

/** ln x for positive normal x. */
@inline
export function log4(x: v128): v128 {
  let exponent = i32x4.sub(i32x4.shr_u(x, 23), constant(LOG_BITS, 0));
  let m = v128.or(v128.and(x, constant(LOG_BITS, 1)), constant(LOG_BITS, 2));
  const low = f32x4.lt(m, constant(LOG, 9));
  exponent = i32x4.add(exponent, low);
  m = f32x4.sub(f32x4.add(m, v128.and(low, m)), one4());
  const e = f32x4.convert_i32x4_s(exponent);
  const z = f32x4.mul(m, m);
  let p = constant(LOG, 0);
  p = madd(p, m, constant(LOG, 1));
  p = madd(p, m, constant(LOG, 2));
  p = madd(p, m, constant(LOG, 3));
  p = madd(p, m, constant(LOG, 4));
  p = madd(p, m, constant(LOG, 5));
  p = madd(p, m, constant(LOG, 6));
  p = madd(p, m, constant(LOG, 7));
  p = madd(p, m, constant(LOG, 8));
  let y = f32x4.mul(f32x4.mul(m, z), p);
  y = madd(e, constant(REDUCTION, 5), y);
  y = f32x4.sub(y, f32x4.mul(z, constant(HALF, 0)));
  return madd(e, constant(REDUCTION, 4), f32x4.add(m, y));
}

const TANH = memory.data<f32>([
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1, 0.625,
]);

/** tanh x: a polynomial near 0, 1 − 2/(e^{2x} + 1) beyond; ±1 exactly from 9.02 on. */
@inline
export function tanh4(x: v128): v128 {
  const a = abs4(x);
  const z = f32x4.mul(x, x);
  let p = constant(TANH, 0);
  p = madd(p, z, constant(TANH, 1));
  p = madd(p, z, constant(TANH, 2));
  p = madd(p, z, constant(TANH, 3));
  p = madd(p, z, constant(TANH, 4));
  const near = madd(f32x4.mul(p, z), x, x);
  const e = f32x4.add(exp4(f32x4.add(a, a)), one4());
  const far = f32x4.sub(one4(), f32x4.div(f32x4.add(one4(), one4()), e));
  const signed = v128.or(far, v128.xor(x, a));
  return select(f32x4.lt(a, constant(TANH, 5)), near, signed);
}

/** 1/(1 + e^{−x}), with full relative accuracy where it is small. */
@inline
export function sigmoid4(x: v128): v128 {
  const e = exp4(f32x4.neg(abs4(x)));
  const top = select(f32x4.lt(x, i32x4.splat(0)), e, one4());
  return f32x4.div(top, f32x4.add(one4(), e));
}

/** σ′(x) = e/(1 + e)², e = e^{−|x|}. */
@inline
export function sigmoidDerivative4(x: v128): v128 {
  const e = exp4(f32x4.neg(abs4(x)));
  const one = f32x4.add(one4(), e);
  return f32x4.div(e, f32x4.mul(one, one));
}

const ERFC = memory.data<f32>([
  0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
  1.00002368, -1.26551223, 0.70710678118654752, 16,
]);
const UPPER_HALF = memory.data<i32>([0xfffff000]);

/**
 * Φ(x), the standard normal distribution function, by the Chebyshev fit of erfc in Numerical Recipes
 * §6.2 (fractional error below 1.2e-7). x² is split into two parts, so that the tail stays accurate.
 */
@inline
export function normalCdf4(x: v128): v128 {
  const a = abs4(x);
  const two = f32x4.add(one4(), one4());
  const t = f32x4.div(two, madd(a, constant(ERFC, 10), two));
  let p = constant(ERFC, 0);
  p = madd(p, t, constant(ERFC, 1));
  p = madd(p, t, constant(ERFC, 2));
  p = madd(p, t, constant(ERFC, 3));
  p = madd(p, t, constant(ERFC, 4));
  p = madd(p, t, constant(ERFC, 5));
  p = madd(p, t, constant(ERFC, 6));
  p = madd(p, t, constant(ERFC, 7));
  p = madd(p, t, constant(ERFC, 8));
  p = madd(p, t, constant(ERFC, 9));
  const half = constant(HALF, 0);
  const tail = f32x4.mul(f32x4.mul(half, t), expMinusHalfSquare4(a, p));
  return select(f32x4.lt(x, i32x4.splat(0)), tail, f32x4.sub(one4(), tail));
}

/** e^{rest − a²/2} for a ≥ 0; 0 for a ≥ 16. */
@inline
function expMinusHalfSquare4(x: v128, rest: v128): v128 {
  const a = f32x4.pmin(x, constant(ERFC, 11));
  const half = constant(HALF, 0);
  const high = v128.and(a, constant(UPPER_HALF, 0));
  const low = f32x4.mul(f32x4.sub(a, high), f32x4.add(a, high));
  return expSum4(
    f32x4.neg(f32x4.mul(f32x4.mul(high, high), half)),
    f32x4.sub(rest, f32x4.mul(low, half)),
  );
}

const PDF = memory.data<f32>([0.3989422804014327]);

/** φ(x) = e^{−x²/2}/√(2π). */
@inline
export function normalPdf4(x: v128): v128 {
  return f32x4.mul(expMinusHalfSquare4(abs4(x), i32x4.splat(0)), constant(PDF, 0));
}
