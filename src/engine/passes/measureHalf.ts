/** The half of a shared run that draws the weights, and turns the values it receives into the passes to be measured. */
import type { Kernels } from '../kernels.ts';
import { TICK } from '../pace.ts';
import type { Tick } from '../pace.ts';
import { drawBias } from '../weights/drawMatrix.ts';
import { weightGradient } from './backwardPass.ts';
import type { ComputedValues, DrawnWeights, Exchange } from './exchange.ts';
import { createCopies, receive } from './exchange.ts';
import type { PassContext } from './layerSteps.ts';
import { activations, drawWeights, first, preActivations } from './layerSteps.ts';
import { weightCount } from './layerShape.ts';
import type { Pass } from './pass.ts';
import type { Plan } from './plan.ts';
import { allocateBuffers, fillInput } from './plan.ts';

/** How many layers ahead of the one that is measured the weights are drawn, so that the other half never waits. */
const AHEAD = 2;

/** A message out of turn: both halves run the same plan, so this is a mistake in the code. */
const outOfTurn = (type: string): Error =>
  new Error(`the halves of a run are at different points: ${type}`);

/**
 * The same passes as `passes` with weight gradients, to the last bit. Memory is released as there. Throws OutOfMemory.
 */
export function* measureHalf(
  plan: Plan,
  kernels: Kernels,
  exchange: Exchange<ComputedValues, DrawnWeights>,
): Generator<Pass, void, void> {
  const start = kernels.mark();
  try {
    const buffers = allocateBuffers(kernels, plan, true);
    const context: PassContext = { kernels, plan, buffers, scales: [], supply: null };
    const rooms = [buffers.weights, kernels.allocate(buffers.weights.length, buffers.weights.type)];
    const copies = createCopies(kernels);
    const contextAt = (index: number): PassContext => {
      const weights = rooms[index % AHEAD] ?? buffers.weights;
      return { ...context, buffers: { ...buffers, weights } };
    };
    const draw = function* (index: number): Generator<Tick, void, void> {
      const layerPlan = plan.layers[index];
      if (layerPlan === undefined) return;
      const weights = copies.out(yield* drawWeights(contextAt(index), layerPlan));
      exchange.send({ weights }, weights.buffer);
    };

    for (let index = 0; index < AHEAD; index += 1) yield* draw(index);
    fillInput(kernels, plan.config, buffers.x);
    yield { type: 'input', x: buffers.x };
    yield TICK;
    for (const [index, layerPlan] of plan.layers.entries()) {
      const message = yield* receive(exchange);
      if (message.type !== 'forward') throw outOfTurn(message.type);
      const weights = first(kernels, contextAt(index).buffers.weights, weightCount(layerPlan));
      for (const factor of message.factors) kernels.scale(weights, factor);
      const bias = first(kernels, buffers.bias, layerPlan.units);
      drawBias(kernels, layerPlan.biasDraw, bias, plan.config.seed, layerPlan.layer);
      const z = preActivations(context, layerPlan);
      copies.into(z, message.z);
      const h = yield* activations(context, layerPlan, z);
      yield { type: 'forward', plan: layerPlan, weights, factors: message.factors, bias, z, h };
      yield* draw(index + AHEAD);
    }
    if (plan.config.backward && buffers.gradients !== null) {
      for (const layerPlan of plan.layers.toReversed()) {
        const message = yield* receive(exchange);
        if (message.type !== 'backward') throw outOfTurn(message.type);
        const dz = first(kernels, buffers.gradients[0], plan.config.batch * layerPlan.outputs);
        copies.into(dz, message.dz);
        const dWeights = yield* weightGradient(context, layerPlan, dz);
        yield { type: 'backward', plan: layerPlan, dz, dWeights };
      }
    }
    const message = yield* receive(exchange);
    if (message.type !== 'end') throw outOfTurn(message.type);
    yield { type: 'end', loss: message.loss, notes: message.notes };
  } finally {
    kernels.release(start);
  }
}
