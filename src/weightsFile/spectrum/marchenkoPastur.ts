/**
 * The law of the singular values of a large matrix of independent numbers (Marchenko & Pastur 1967). For entries of
 * variance 1, `short × long`, they lie between √long − √short and √long + √short; here they are divided by
 * √long, and `ratio` is short/long.
 */

export const lowerEdge = (ratio: number): number => 1 - Math.sqrt(ratio);
export const upperEdge = (ratio: number): number => 1 + Math.sqrt(ratio);

/** Density at a singular value x of the matrix divided by √long. */
export function density(ratio: number, x: number): number {
  const lo = lowerEdge(ratio);
  const hi = upperEdge(ratio);
  if (!(x >= lo && x < hi)) return 0;
  const square = x * x;
  // For a square matrix the law is a quarter circle, which includes 0.
  if (lo === 0) return Math.sqrt(hi * hi - square) / (Math.PI * ratio);
  return Math.sqrt((hi * hi - square) * (square - lo * lo)) / (Math.PI * ratio * x);
}

const STEPS = 4096;

/** The median of the law. */
export function median(ratio: number): number {
  const lo = lowerEdge(ratio);
  const width = (upperEdge(ratio) - lo) / STEPS;
  let below = 0;
  for (let i = 0; i < STEPS; i += 1) {
    const share = density(ratio, lo + (i + 0.5) * width) * width;
    if (below + share >= 0.5) return lo + (i + (0.5 - below) / share) * width;
    below += share;
  }
  return 1;
}

/** The 99 % quantile of the Tracy–Widom law for real matrices (Johnstone 2001, table 1). */
const TRACY_WIDOM_99 = 2.0234;

/**
 * The 99 % quantile of the largest singular value of a matrix of independent N(0, 1) numbers, divided by √long
 * (Johnstone 2001, equations 1.2 to 1.4).
 */
export function largestByChance(short: number, long: number): number {
  const a = Math.sqrt(long - 1);
  const b = Math.sqrt(short);
  const centre = (a + b) ** 2;
  const scale = (a + b) * Math.cbrt(1 / a + 1 / b);
  return Math.sqrt((centre + TRACY_WIDOM_99 * scale) / long);
}
