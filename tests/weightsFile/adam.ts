/** Adam (Kingma and Ba 2015, algorithm 1), with decoupled weight decay (Loshchilov and Hutter 2019) if asked for. */
import type { Kernels } from '../../src/engine/kernels.ts';
import type { Parameter } from '../../src/engine/train/descend.ts';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Returns a function that performs one update with the current gradients. */
export function adam(
  kernels: Kernels,
  learned: readonly Parameter[],
  rate: number,
  decay: number,
): () => void {
  const first = learned.map(({ value }) => new Float64Array(value.length));
  const second = learned.map(({ value }) => new Float64Array(value.length));
  let step = 0;
  return () => {
    step += 1;
    const unbias1 = 1 - BETA1 ** step;
    const unbias2 = 1 - BETA2 ** step;
    for (const [k, { value, gradient }] of learned.entries()) {
      const w = kernels.view(value);
      const g = kernels.view(gradient);
      const m = first[k] ?? new Float64Array();
      const v = second[k] ?? new Float64Array();
      for (let i = 0; i < w.length; i += 1) {
        const slope = g[i] ?? 0;
        m[i] = BETA1 * (m[i] ?? 0) + (1 - BETA1) * slope;
        v[i] = BETA2 * (v[i] ?? 0) + (1 - BETA2) * slope * slope;
        const move = (m[i] ?? 0) / unbias1 / (Math.sqrt((v[i] ?? 0) / unbias2) + EPSILON);
        w[i] = (w[i] ?? 0) - rate * (move + decay * (w[i] ?? 0));
      }
    }
  };
}
