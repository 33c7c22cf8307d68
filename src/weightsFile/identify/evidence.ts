/** Log-likelihoods of a tensor's numbers under different distributions, from sums and extremes alone. */
import { TRUNCATED_STD } from '../../engine/rules/draw.ts';
import { normalCdf } from '../../engine/math/erf.ts';
import type { Shape } from './laws.ts';
import type { DType } from '../read/tensor.ts';
import type { Bins } from '../measure/summarize.ts';
import type { TensorNumbers } from '../measure/numbers.ts';

export interface Sample {
  readonly n: number;
  /** Sum of squares about 0. */
  readonly square: number;
  /** Largest magnitude. */
  readonly reach: number;
  readonly mean: number;
  readonly std: number;
  /** Relative error of rounding to the tensor's type, by which a value may exceed a limit. */
  readonly slack: number;
}

const SLACK: Partial<Record<DType, number>> = { float16: 2 ** -10, bfloat16: 2 ** -7 };

/** The statistics that the likelihoods need. */
export function sampleOf(numbers: TensorNumbers, dtype: DType): Sample {
  const { finite, rms, min, max, mean, std } = numbers;
  return {
    n: finite,
    square: finite * rms * rms,
    reach: Math.max(Math.abs(min), Math.abs(max)),
    mean,
    std,
    slack: SLACK[dtype] ?? 2 ** -20,
  };
}

/** Mass of N(0, 1) within ±2. */
const KEPT = normalCdf(2) - normalCdf(-2);
const LOG_2PI = Math.log(2 * Math.PI);

/** Log-likelihood under a symmetric law of this shape and standard deviation. */
export function logLikelihood(
  { n, square, reach, slack }: Sample,
  shape: Shape,
  std: number,
): number {
  if (shape === 'uniform') {
    const limit = std * Math.sqrt(3);
    return reach <= limit * (1 + slack) ? -n * Math.log(2 * limit) : -Infinity;
  }
  const sigma = shape === 'truncated' ? std / TRUNCATED_STD : std;
  if (shape === 'truncated' && reach > 2 * sigma * (1 + slack)) return -Infinity;
  const normal = -n * Math.log(sigma) - (n / 2) * LOG_2PI - square / (2 * sigma * sigma);
  return shape === 'truncated' ? normal - n * Math.log(KEPT) : normal;
}

/** The prior of scales is uniform in their logarithm, over a range of ln(10⁸). */
const LOG_RANGE = Math.log(1e8);

/** The standard deviation with which a shape fits best. */
export function fittedStd({ n, square, reach }: Sample, shape: Shape): number {
  const rms = Math.sqrt(square / n);
  if (shape === 'normal') return rms;
  if (shape === 'uniform') return reach / Math.sqrt(3);
  // The likelihood of a truncated normal grows until the limit meets the largest value, or until the moments fit.
  return Math.max((reach / 2) * TRUNCATED_STD, rms);
}

/** Log-evidence of a shape of any scale, its scale integrated out (Laplace; exactly for the uniform law). */
export function freeEvidence(sample: Sample, shape: Shape): number {
  const fitted = logLikelihood(sample, shape, fittedStd(sample, shape));
  const { n } = sample;
  // One scale parameter: ∫ (a/m)^−n d ln a = 1/n for limits, √(π/n) for a spread.
  const width = shape === 'normal' ? Math.sqrt(Math.PI / n) : 1 / n;
  return fitted + Math.log(width / LOG_RANGE);
}

/** Log-evidence of a normal law of any mean and spread. */
export function shiftedEvidence({ n, mean, std }: Sample): number {
  if (!(std > 0)) return -Infinity;
  const fitted = -n * Math.log(std) - (n / 2) * LOG_2PI - n / 2;
  const location = Math.sqrt((2 * Math.PI) / n) * (std / (2 * Math.max(1, Math.abs(mean))));
  return fitted + Math.log(Math.sqrt(Math.PI / n) / LOG_RANGE) + Math.log(location);
}

/** Log-evidence of a uniform law with any two limits. */
export function anyUniformEvidence(n: number, lo: number, hi: number): number {
  return hi > lo ? -n * Math.log(hi - lo) - 2 * Math.log(n * LOG_RANGE) : -Infinity;
}

/** Log of the gamma function (Lanczos, g = 7), for positive arguments. */
function logGamma(x: number): number {
  const c = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
    -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
    1.5056327351493116e-7,
  ];
  const y = x - 1;
  const t = y + 7.5;
  const sum = c.slice(1).reduce((all, each, i) => all + each / (y + i + 1), c[0] ?? 0);
  return 0.5 * LOG_2PI + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

const FREE_BINS = 32;

/**
 * Log-evidence that no law fits: a histogram of 32 bins over the range with a flat Dirichlet prior on
 * its shares (the Dirichlet-multinomial distribution), the range counted like two free parameters.
 */
export function histogramEvidence({ lo, hi, counts }: Bins, n: number): number {
  const each = counts.length / FREE_BINS;
  let sum = logGamma(FREE_BINS) - logGamma(FREE_BINS + n);
  for (let bin = 0; bin < FREE_BINS; bin += 1) {
    let count = 0;
    for (let i = 0; i < each; i += 1) count += counts[bin * each + i] ?? 0;
    sum += logGamma(1 + count);
  }
  return sum - n * Math.log((hi - lo) / FREE_BINS) - 2 * Math.log(n * LOG_RANGE);
}
