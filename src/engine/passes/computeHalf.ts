/** The half of a shared run that computes the values of every layer, forward and backward, and measures nothing. */
import type { Kernels } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import type { ComputedValues, DrawnWeights, Exchange } from './exchange.ts';
import { createCopies, receive } from './exchange.ts';
import { passes } from './passes.ts';
import type { Plan } from './plan.ts';

/** Runs a plan with the weights it receives, and sends what it computes. Throws OutOfMemory. */
export function* computeHalf(
  plan: Plan,
  kernels: Kernels,
  exchange: Exchange<DrawnWeights, ComputedValues>,
): Generator<Tick, void, void> {
  const copies = createCopies(kernels);
  const run = passes(plan, kernels, {
    weightGradients: false,
    *supply(_, weights) {
      const drawn = yield* receive(exchange);
      copies.into(weights, drawn.weights);
    },
  });
  for (const pass of run) {
    switch (pass.type) {
      case 'tick':
        yield pass;
        break;
      case 'forward': {
        const z = copies.out(pass.z);
        exchange.send({ type: 'forward', z, factors: pass.factors }, z.buffer);
        break;
      }
      case 'backward': {
        const dz = copies.out(pass.dz);
        exchange.send({ type: 'backward', dz }, dz.buffer);
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
