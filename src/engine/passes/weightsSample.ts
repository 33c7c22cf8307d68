/** A sample of one layer's weight matrix, small enough to draw. */
import type { LayerShape } from './layerShape.ts';
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { passes } from './passes.ts';
import { planOf } from './plan.ts';
import type { ExperimentConfig } from '../types.ts';

/** Row-major `[rows × cols]`; row r is a unit, column c an input. */
export interface WeightsSample {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** At most `limit` rows and columns, evenly spread over the matrix, the first always among them. */
export function sampleWeights(
  kernels: Kernels,
  weights: Tensor,
  { fanIn, units }: Pick<LayerShape, 'fanIn' | 'units'>,
  limit: number,
): WeightsSample {
  const rows = Math.min(units, limit);
  const cols = Math.min(fanIn, limit);
  const all = kernels.view(weights);
  const values = Float32Array.from({ length: rows * cols }, (_, i) => {
    const row = Math.floor((Math.floor(i / cols) * units) / rows);
    const col = Math.floor(((i % cols) * fanIn) / cols);
    return all[row * fanIn + col] ?? 0;
  });
  return { rows, cols, values };
}

/**
 * A sample of the weights of `layer` (1 … depth + 1); `null` if there is no such layer. Runs the forward pass
 * up to the layer, since lsuv weights depend on the data. Throws OutOfMemory.
 */
export function* weightsSample(
  config: ExperimentConfig,
  layer: number,
  limit: number,
  kernels: Kernels,
): Generator<Tick, WeightsSample | null, void> {
  const plan = planOf({ ...config, backward: false });
  for (const pass of passes(plan, kernels, { weightGradients: false })) {
    if (pass.type === 'tick') yield pass;
    if (pass.type === 'forward' && pass.plan.layer === layer) {
      return sampleWeights(kernels, pass.weights, pass.plan, limit);
    }
  }
  return null;
}
