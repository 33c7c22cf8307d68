/**
 * One run, as the sequence of tensors it produces: the input, each layer forward, each layer backward.
 * The consumers measure them (propagate.ts, layerSpread.ts).
 */
import { backwardPass, outputGradient } from './backwardPass.ts';
import { forwardPass } from './forwardPass.ts';
import type { Kernels } from '../kernels.ts';
import { TICK } from '../pace.ts';
import type { Pass } from './pass.ts';
import type { PassContext, Partner } from './layerSteps.ts';
import { first, preActivations } from './layerSteps.ts';
import type { Plan } from './plan.ts';
import { allocateBuffers, fillInput } from './plan.ts';

export interface PassesOptions {
  readonly weightGradients: boolean;
  readonly partner?: Partner;
}

/**
 * Runs a plan. The backward pass redraws the weights instead of keeping them; without a backward pass memory
 * does not depend on depth. All memory is released when the generator ends, throws or is abandoned with
 * `return()`, as leaving a `for … of` loop does. Throws OutOfMemory.
 */
export function* passes(
  plan: Plan,
  kernels: Kernels,
  options: PassesOptions,
): Generator<Pass, void, void> {
  const start = kernels.mark();
  try {
    const buffers = allocateBuffers(kernels, plan, options.weightGradients);
    const partner = options.partner ?? null;
    const context: PassContext = { kernels, plan, buffers, scales: [], partner };
    const labels = fillInput(kernels, plan.config, buffers.x);
    yield { type: 'input', x: buffers.x };
    yield TICK;
    const batch = partner?.examples ?? plan.config.batch;
    const notes = yield* forwardPass({
      ...context,
      plan: { ...plan, config: { ...plan.config, batch } },
    });
    if (partner !== null) yield* partner.fillRest(context);

    let loss: number | null = null;
    const last = plan.layers.at(-1);
    if (buffers.gradients !== null && last !== undefined) {
      const [dOut, spare] = buffers.gradients;
      const size = plan.config.batch * last.outputs;
      const logits = preActivations(context, last);
      loss = outputGradient(context, first(kernels, dOut, size), labels, logits);
      if (plan.config.backward) yield* backwardPass(context, dOut, spare);
    }
    yield { type: 'end', loss, notes };
  } finally {
    kernels.release(start);
  }
}
