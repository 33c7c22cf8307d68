/** The half of a shared run that computes the values of every layer, forward and backward. */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import type { Summary } from '../types.ts';
import type { ComputedValues, Exchange, MeasuringValues } from './exchange.ts';
import { createCopies, outOfTurn, receive } from './exchange.ts';
import type { PassContext } from './layerSteps.ts';
import { passes } from './passes.ts';
import type { Plan } from './plan.ts';
import { divide } from './division.ts';

/** Runs a plan with the weights it receives, and sends what it computes. Throws OutOfMemory. */
export function* computeHalf(
  plan: Plan,
  kernels: Kernels,
  exchange: Exchange<MeasuringValues, ComputedValues>,
  measure: (values: Tensor, quantity: 'preActivations' | 'gradients') => Summary,
): Generator<Tick, void, void> {
  const copies = createCopies(kernels);
  const { examples, sent, measuresZ } = divide(plan);
  const missing = new Set(sent.map(({ layer }) => layer));
  const fill = (
    { buffers }: PassContext,
    { layer, z }: Extract<MeasuringValues, { readonly type: 'rest' }>,
  ): void => {
    const whole = buffers.z[layer - 1] ?? buffers.x;
    const { outputs } = plan.layers[layer - 1] ?? { outputs: 0 };
    copies.into(kernels.slice(whole, examples * outputs, z.length), z);
    missing.delete(layer);
  };
  const run = passes(plan, kernels, {
    weightGradients: false,
    partner: {
      examples,
      *fillWeights(context, weights) {
        for (;;) {
          const message = yield* receive(exchange);
          if (message.type === 'weights') return copies.into(weights, message.weights);
          fill(context, message);
        }
      },
      *fillRest(context) {
        while (missing.size > 0) {
          const message = yield* receive(exchange);
          if (message.type !== 'rest') throw outOfTurn(message.type);
          fill(context, message);
        }
      },
    },
  });
  for (const pass of run) {
    switch (pass.type) {
      case 'tick':
        yield pass;
        break;
      case 'forward': {
        const z = copies.out(pass.z);
        const summary = measuresZ ? measure(pass.z, 'preActivations') : null;
        exchange.send({ type: 'forward', z, factors: pass.factors, summary }, z.buffer);
        break;
      }
      case 'backward': {
        const dz = copies.out(pass.dz);
        exchange.send({ type: 'backward', dz, summary: measure(pass.dz, 'gradients') }, dz.buffer);
        break;
      }
      case 'end':
        exchange.send({ type: 'end', loss: pass.loss, notes: pass.notes }, null);
        break;
      case 'input':
        break;
    }
  }
}
