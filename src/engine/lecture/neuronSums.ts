/** Many samples of a sum of n products of independent N(0, 1) draws: illustrates Var(z) = n·Var(w)·Var(x). */
import { normal, stream } from '../rng.ts';

export const NEURON_INPUTS = { min: 1, max: 128 } as const;
/** Number of sampled neurons. */
export const NEURON_SAMPLES = 2000;

const products = (): ((j: number, sample: number) => number) => {
  const [w, x] = [stream(1, 1, 'weights'), stream(1, 0, 'input')];
  return (j, sample) => {
    const at = j * NEURON_SAMPLES + sample;
    return normal(w, at) * normal(x, at);
  };
};

/** The first n products w·x of one neuron (`sample` in 0 … NEURON_SAMPLES − 1); their sum is its z. */
export function neuronProducts(n: number, sample: number): Float64Array {
  const product = products();
  return Float64Array.from({ length: n }, (_, j) => product(j, sample));
}

let sums: readonly Float64Array[] | null = null;

/** At index n − 1, the sums of the first n products of every sample; computed once. */
function allSums(): readonly Float64Array[] {
  const product = products();
  const running = new Float64Array(NEURON_SAMPLES);
  return Array.from({ length: NEURON_INPUTS.max }, (_, j) => {
    for (let k = 0; k < NEURON_SAMPLES; k += 1) {
      running[k] = (running[k] ?? 0) + product(j, k);
    }
    return running.slice();
  });
}

/** z of every sample, for a unit with n inputs (1 … 128). */
export function neuronSums(n: number): Float64Array {
  sums ??= allSums();
  return sums[n - 1] ?? new Float64Array(0);
}

/** Measured standard deviation of z. */
export function neuronStd(n: number): number {
  const values = neuronSums(n);
  const mean = values.reduce((sum, z) => sum + z, 0) / values.length;
  return Math.sqrt(values.reduce((sum, z) => sum + (z - mean) ** 2, 0) / values.length);
}
