/** Draws into arrays, in plain TypeScript: the definition that the fast kernels repeat. */
import { truncated } from '../math/inverseNormal.ts';
import type { Kernels, Tensor } from '../kernels.ts';
import { orthogonal } from './orthogonal.ts';
import { normal, uniform } from '../rng.ts';

/** The part of the kernels that fills a tensor. */
export type Fills = Pick<
  Kernels,
  'fillConstant' | 'fillNormal' | 'fillUniform' | 'fillTruncatedNormal' | 'fillOrthogonal'
>;

/** What drawMatrix and drawBias need of a machine. */
export type DrawKernels = Fills & Pick<Kernels, 'build' | 'slice' | 'view'>;

/** The rounding that one operation on this tensor's numbers does. */
export const rounding = (tensor: Tensor): ((x: number) => number) =>
  tensor.type === 'f64' ? (x) => x : Math.fround;

/** Fills over the arrays that `view` gives. Standard draws are float32 for both types. */
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
