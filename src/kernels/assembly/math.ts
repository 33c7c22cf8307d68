/**
 * Elementary functions of four floats. Polynomials from S. L. Moshier's Cephes library (single
 * precision), except where a line says otherwise; within a few units in the last place.
 */

const LOG2E: f32 = 1.44269504088896341;
/** ln 2 in two parts, so that x − k ln 2 is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;

@inline
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

/** `a · b + c`, fused where the build can. */
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

/** 2^k for integer lanes −126 … 127. */
@inline
function power(k: v128): v128 {
  return i32x4.shl(i32x4.add(k, i32x4.splat(127)), 23);
}

/** The reduced argument of exp and its polynomial: e^r = 1 + r + r² P(r), |r| ≤ ½ ln 2. */
@inline
function expPolynomial(r: v128): v128 {
  let p = splat(1.9875691500e-4);
  p = madd(p, r, splat(1.3981999507e-3));
  p = madd(p, r, splat(8.3334519073e-3));
  p = madd(p, r, splat(4.1665795894e-2));
  p = madd(p, r, splat(1.6666665459e-1));
  return madd(p, r, splat(5.0000001201e-1));
}

/** e^x; 0 below −104, infinite above 88.73, NaN for NaN. */
export function exp4(x: v128): v128 {
  const bounded = f32x4.max(f32x4.min(x, splat(89)), splat(-104));
  const k = f32x4.nearest(f32x4.mul(bounded, splat(LOG2E)));
  let r = f32x4.sub(bounded, f32x4.mul(k, splat(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(k, splat(LN2_LOW)));
  const e = f32x4.add(splat(1), f32x4.add(r, f32x4.mul(f32x4.mul(r, r), expPolynomial(r))));
  // Two factors, so that results at both ends of the range come out right.
  const whole = i32x4.trunc_sat_f32x4_s(k);
  const half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(e, power(half)), power(i32x4.sub(whole, half)));
}

/** e^x − 1 for x ≤ 0, right to the last places near 0 as well. */
export function expm1NonPositive4(x: v128): v128 {
  const small = f32x4.gt(x, splat(-0.35));
  const near = f32x4.add(x, f32x4.mul(f32x4.mul(x, x), expPolynomial(f32x4.max(x, splat(-0.35)))));
  return select(small, near, f32x4.sub(exp4(x), splat(1)));
}

/** ln x for positive normal x. */
@inline
export function log4(x: v128): v128 {
  const root: f32 = 0.70710678118654752;
  let exponent = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126));
  let m = v128.or(v128.and(x, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const low = f32x4.lt(m, splat(root));
  exponent = i32x4.add(exponent, low);
  m = f32x4.sub(f32x4.add(m, v128.and(low, m)), splat(1));
  const e = f32x4.convert_i32x4_s(exponent);
  const z = f32x4.mul(m, m);
  let p = splat(7.0376836292e-2);
  p = madd(p, m, splat(-1.1514610310e-1));
  p = madd(p, m, splat(1.1676998740e-1));
  p = madd(p, m, splat(-1.2420140846e-1));
  p = madd(p, m, splat(1.4249322787e-1));
  p = madd(p, m, splat(-1.6668057665e-1));
  p = madd(p, m, splat(2.0000714765e-1));
  p = madd(p, m, splat(-2.4999993993e-1));
  p = madd(p, m, splat(3.3333331174e-1));
  let y = f32x4.mul(f32x4.mul(m, z), p);
  y = madd(e, splat(LN2_LOW), y);
  y = f32x4.sub(y, f32x4.mul(z, splat(0.5)));
  return madd(e, splat(LN2_HIGH), f32x4.add(m, y));
}

/** tanh x: a polynomial near 0, 1 − 2/(e^{2x} + 1) beyond; ±1 exactly from 9.02 on. */
export function tanh4(x: v128): v128 {
  const a = abs4(x);
  const z = f32x4.mul(x, x);
  let p = splat(-5.70498872745e-3);
  p = madd(p, z, splat(2.06390887954e-2));
  p = madd(p, z, splat(-5.37397155531e-2));
  p = madd(p, z, splat(1.33314422036e-1));
  p = madd(p, z, splat(-3.33332819422e-1));
  const near = f32x4.add(x, f32x4.mul(f32x4.mul(p, z), x));
  const e = exp4(f32x4.add(a, a));
  const far = f32x4.sub(splat(1), f32x4.div(splat(2), f32x4.add(e, splat(1))));
  const signed = v128.or(far, v128.and(x, splat(-0.0)));
  return select(f32x4.lt(a, splat(0.625)), near, select(f32x4.eq(x, x), signed, x));
}

/** 1/(1 + e^{−x}), with full relative accuracy where it is small. */
export function sigmoid4(x: v128): v128 {
  const e = exp4(f32x4.neg(abs4(x)));
  const top = select(f32x4.lt(x, splat(0)), e, splat(1));
  return f32x4.div(top, f32x4.add(splat(1), e));
}

/** σ′(x) = e/(1 + e)², e = e^{−|x|}. */
export function sigmoidDerivative4(x: v128): v128 {
  const e = exp4(f32x4.neg(abs4(x)));
  const one = f32x4.add(splat(1), e);
  return f32x4.div(e, f32x4.mul(one, one));
}

/**
 * Φ(x), the standard normal distribution function, by the Chebyshev fit of erfc in Numerical Recipes
 * §6.2 (fractional error below 1.2e-7).
 */
export function normalCdf4(x: v128): v128 {
  const z = f32x4.mul(abs4(x), splat(0.70710678118654752));
  const t = f32x4.div(splat(2), f32x4.add(splat(2), z));
  let p = splat(0.17087277);
  p = madd(p, t, splat(-0.82215223));
  p = madd(p, t, splat(1.48851587));
  p = madd(p, t, splat(-1.13520398));
  p = madd(p, t, splat(0.27886807));
  p = madd(p, t, splat(-0.18628806));
  p = madd(p, t, splat(0.09678418));
  p = madd(p, t, splat(0.37409196));
  p = madd(p, t, splat(1.00002368));
  p = madd(p, t, splat(-1.26551223));
  const tail = f32x4.mul(
    f32x4.mul(splat(0.5), t),
    exp4(f32x4.sub(p, f32x4.mul(z, z))),
  );
  return select(f32x4.lt(x, splat(0)), tail, f32x4.sub(splat(1), tail));
}

/** φ(x) = e^{−x²/2}/√(2π). */
@inline
export function normalPdf4(x: v128): v128 {
  const e = exp4(f32x4.mul(f32x4.mul(x, x), splat(-0.5)));
  return f32x4.mul(e, splat(0.3989422804014327));
}
