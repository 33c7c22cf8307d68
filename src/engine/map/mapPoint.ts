/** Converts between a lane of the lab and its point on the map of order and chaos. */
import type { LabLane } from '../lab/lab.ts';
import { initializer } from '../rules/initializer.ts';
import { drawMoments } from '../rules/draw.ts';
import type { MeanFieldStart } from '../theory/correlation.ts';
import type { ExperimentConfig, InitializerSpec } from '../types.ts';

const number = (value: number): number => Number(value.toPrecision(6));

/** The lane at a point: `variance_scaling` with fan-in, and normal biases. */
export const laneAt = ({ weightVariance, biasVariance }: MeanFieldStart): LabLane => ({
  initializer: {
    id: 'variance_scaling',
    params: { scale: number(weightVariance), mode: 'fan_in', distribution: 'normal' },
  },
  overrides: {
    bias: { id: 'random_normal', params: { mean: 0, std: number(Math.sqrt(biasVariance)) } },
  },
});

/** Variance of an initializer in a layer of these sizes; `null` if its mean is not 0 or the draw depends on data. */
function variance(
  { id, params }: InitializerSpec,
  fanIn: number,
  fanOut: number,
  cols: number,
): number | null {
  const moments = drawMoments(initializer(id).draw(params, fanIn, fanOut), cols, fanOut);
  return moments === null || moments.mean !== 0 ? null : moments.std ** 2;
}

/** The point of a lane's hidden layers; `null` if mean-field theory does not cover its initialization. */
export function pointOf(config: ExperimentConfig): MeanFieldStart | null {
  const { width } = config;
  const weight = variance(config.initializer, width, width, width);
  const biasVariance = variance(config.bias, width, width, 1);
  if (weight === null || biasVariance === null) return null;
  return { weightVariance: width * weight, biasVariance };
}
