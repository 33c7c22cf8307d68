/**
 * Probability that a ReLU net without biases is dead for one input: `1 − (1 − 2^(−N))^L`, since for any symmetric
 * weights all N units of a layer are 0 with probability 2^(−N) (Lu et al. 2020, "Dying ReLU and initialization",
 * theorem 3.3).
 */
export const deadProbability = (units: number, layers: number): number =>
  -Math.expm1(layers * Math.log1p(-(2 ** -units)));
