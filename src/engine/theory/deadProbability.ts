/**
 * How likely a ReLU net without biases is dead for one input: in a layer of `units`, every one is off with probability 2^(−units), whatever
 * the symmetric weights (Lu et al. 2020, "Dying ReLU and initialization", theorem 3.3, for one input): `1 − (1 − 2^(−N))^L`.
 */
export const deadProbability = (units: number, layers: number): number =>
  -Math.expm1(layers * Math.log1p(-(2 ** -units)));
