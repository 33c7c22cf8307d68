/**
 * How two threads divide a run. The computing half computes the values of every layer, the measuring half draws the
 * weights, measures, and computes dC/dW. What would leave one of them idle changes sides: examples of the forward
 * products, which do not depend on one another, or the measuring of z.
 */
import { flopsPerExample, weightCount } from './layerShape.ts';
import type { LayerPlan, Plan } from './plan.ts';

export interface Division {
  /** How many examples, the first ones, the computing half multiplies forward. */
  readonly examples: number;
  /** The layers whose other pre-activations the computing half needs: for the backward pass, or for the loss. */
  readonly sent: readonly LayerPlan[];
  /** Whether the computing half measures z; dC/dz it always does. */
  readonly measuresZ: boolean;
}

/** Time to draw, copy and measure one weight, and to activate, copy and measure one value, in flops of a product. */
const FLOPS_PER_WEIGHT = 250;
const FLOPS_PER_VALUE = 350;
/** A multiple of the rows of a product's tile (4, 6) and of the elements that are drawn together (8). */
const STEP = 24;

/** Whether an example's values depend on the other examples: batch normalization, and the factors of lsuv. */
const dependsOnOthers = ({ norm, draw }: LayerPlan): boolean =>
  norm !== 'none' || draw.kind === 'lsuv';

export function divide({ config: { batch, backward }, architecture, layers }: Plan): Division {
  let product = 0;
  let other = 0;
  for (const shape of layers) {
    product += batch * flopsPerExample(shape);
    other += weightCount(shape) * FLOPS_PER_WEIGHT + batch * shape.outputs * FLOPS_PER_VALUE;
  }
  const share = (product + other) / (2 * product);
  const examples = layers.some(dependsOnOthers)
    ? batch
    : Math.min(batch, Math.ceil((batch * share) / STEP) * STEP);
  const needed = ({ isOutput }: LayerPlan): boolean =>
    backward || (isOutput && architecture.classes !== null);
  return {
    examples,
    sent: examples < batch ? layers.filter(needed) : [],
    measuresZ: share >= 1,
  };
}
