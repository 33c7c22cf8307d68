/** Draws into arrays in plain TypeScript; the reference for the fast kernels. */
import { truncated } from '../math/inverseNormal.ts';
import type { Kernels, Tensor } from '../kernels.ts';
import { orthogonal } from './orthogonal.ts';
import { normal, uniform } from '../rng.ts';

/** The part of the kernels that fills a tensor. */
export type Fills = Pick<
  Kernels,
  'fillConstant' | 'fillNormal' | 'fillUniform' | 'fillTruncatedNormal' | 'fillOrthogonal'
>;

/** The kernel functions that drawMatrix and drawBias need. */
export type DrawKernels = Fills & Pick<Kernels, 'build' | 'slice' | 'view'>;

/** The rounding of one arithmetic operation in the tensor's element type. */
export const rounding = (tensor: Tensor): ((x: number) => number) =>
  tensor.type === 'f64' ? (x) => x : Math.fround;

/** The fill functions on the arrays returned by `view`. Standard draws are float32 for both types. */
export function fillsOver(view: Kernels['view']): Fills {
  function fill(out: Tensor, draw: (i: number) => number): void {
    const values = view(out);
    for (let i = 0; i < values.length; i += 1) values[i] = draw(i);
  }
  return {
    fillConstant: (out, value) => void view(out).fill(value),
    fillNormal(out, key, mean, std, first = 0) {
      const round = rounding(out);
      fill(out, (i) => round(mean + round(std * Math.fround(normal(key, first + i)))));
    },
    fillUniform(out, key, lo, hi, first = 0) {
      const half = (hi - lo) / 2;
      fill(out, (i) => lo + half + half * uniform(key, first + i));
    },
    fillTruncatedNormal(out, key, mean, std, first = 0) {
      fill(out, (i) => mean + std * Math.fround(truncated(uniform(key, first + i))));
    },
    fillOrthogonal(out, rows, cols, key, gain) {
      orthogonal(view(out), rows, cols, (counter) => normal(key, counter), gain);
    },
  };
}
