/**
 * The half of a shared run that draws the weights, multiplies some of the examples, and turns these and the values it
 * receives into the passes to be measured.
 */
import type { Kernels } from '../kernels.ts';
import { TICK } from '../pace.ts';
import type { Tick } from '../pace.ts';
import { drawBias } from '../weights/drawMatrix.ts';
import { weightGradient } from './backwardPass.ts';
import type { ComputedValues, Exchange, MeasuringValues } from './exchange.ts';
import { createCopies, outOfTurn, receive } from './exchange.ts';
import { divide } from './division.ts';
import { affine } from './forwardPass.ts';
import type { PassContext } from './layerSteps.ts';
import { activations, drawWeights, first, passedOn, preActivations } from './layerSteps.ts';
import { weightCount } from './layerShape.ts';
import type { Pass } from './pass.ts';
import type { Plan } from './plan.ts';
import { allocateBuffers, fillInput } from './plan.ts';

/** How many layers ahead of the one that is measured the weights are drawn, so that the other half never waits. */
const AHEAD = 2;

/**
 * The same passes as `passes` with weight gradients, to the last bit. Memory is released as there. Throws OutOfMemory.
 */
export function* measureHalf(
  plan: Plan,
  kernels: Kernels,
  exchange: Exchange<ComputedValues, MeasuringValues>,
): Generator<Pass, void, void> {
  const start = kernels.mark();
  try {
    const buffers = allocateBuffers(kernels, plan, true);
    const context: PassContext = { kernels, plan, buffers, scales: [], partner: null };
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
      exchange.send({ type: 'weights', weights }, weights.buffer);
    };

    const { examples: from, sent } = divide(plan);
    const rest = plan.config.batch - from;

    for (let index = 0; index < AHEAD; index += 1) yield* draw(index);
    fillInput(kernels, plan.config, buffers.x);
    yield { type: 'input', x: buffers.x };
    yield TICK;
    for (const [index, layerPlan] of plan.layers.entries()) {
      const { layer, inputs, outputs, units, biasDraw } = layerPlan;
      const weights = first(kernels, contextAt(index).buffers.weights, weightCount(layerPlan));
      const bias = first(kernels, buffers.bias, units);
      drawBias(kernels, biasDraw, bias, plan.config.seed, layer);
      const z = preActivations(context, layerPlan);
      if (rest > 0) {
        const below = kernels.slice(passedOn(context, index), from * inputs, rest * inputs);
        const own = kernels.slice(z, from * outputs, rest * outputs);
        yield* affine(context, layerPlan, below, { weights, bias }, own, rest);
        if (sent.includes(layerPlan)) {
          const copy = copies.out(own);
          exchange.send({ type: 'rest', layer, z: copy }, copy.buffer);
        }
      }
      const message = yield* receive(exchange);
      if (message.type !== 'forward') throw outOfTurn(message.type);
      for (const factor of message.factors) kernels.scale(weights, factor);
      copies.into(first(kernels, z, from * outputs), message.z);
      const h = yield* activations(context, layerPlan, z);
      const { factors, summary: zSummary } = message;
      yield { type: 'forward', plan: layerPlan, weights, factors, bias, z, zSummary, h };
      yield* draw(index + AHEAD);
    }
    if (plan.config.backward && buffers.gradients !== null) {
      for (const layerPlan of plan.layers.toReversed()) {
        const message = yield* receive(exchange);
        if (message.type !== 'backward') throw outOfTurn(message.type);
        const dz = first(kernels, buffers.gradients[0], plan.config.batch * layerPlan.outputs);
        copies.into(dz, message.dz);
        const dWeights = yield* weightGradient(context, layerPlan, dz);
        yield { type: 'backward', plan: layerPlan, dz, dzSummary: message.summary, dWeights };
      }
    }
    const message = yield* receive(exchange);
    if (message.type !== 'end') throw outOfTurn(message.type);
    yield { type: 'end', loss: message.loss, notes: message.notes };
  } finally {
    kernels.release(start);
  }
}
