/** The x-axis that the histograms of a run share: fixed in advance, so that no axis moves while results arrive. */
import { isLabelled, NOISE_SIDE } from '../data/inputs.ts';
import { niceStep } from '../math/niceStep.ts';
import type { ActivationId, Domains, ExperimentConfig, Quantity } from '../types.ts';
import { QUANTITIES } from '../types.ts';

/** Range of the activations of a unit-variance pre-activation. */
const ACTIVATION_DOMAINS = {
  linear: [-4, 4],
  sigmoid: [0, 1],
  tanh: [-1, 1],
  softsign: [-1, 1],
  relu: [0, 4],
  leaky_relu: [-1, 4],
  elu: [-1, 4],
  selu: [-2, 4],
  gelu: [-1, 4],
  silu: [-1, 4],
} as const satisfies Record<ActivationId, readonly [number, number]>;

function domain(config: ExperimentConfig, quantity: Quantity): readonly [number, number] {
  const labelled = isLabelled(config.input);
  const { net, kernel, width, batch } = config;
  const taps = net === 'conv' ? kernel ** 2 : 1;
  const places = net === 'conv' ? NOISE_SIDE ** 2 : 1;
  switch (quantity) {
    case 'activations':
      return ACTIVATION_DOMAINS[config.act.id];
    case 'preActivations':
      return [-4, 4];
    case 'weights': {
      const limit = niceStep(3 / Math.sqrt(taps * width));
      return [-limit, limit];
    }
    case 'gradients': {
      const limit = labelled ? niceStep(1 / batch) : 4;
      return [-limit, limit];
    }
    case 'weightGradients': {
      const scale = labelled ? 1 / batch : 1;
      const limit = niceStep(2 * scale * Math.sqrt(batch * places));
      return [-limit, limit];
    }
  }
}

/** For each quantity the smallest domain that contains those of all lanes. */
export function sharedDomains(configs: readonly ExperimentConfig[]): Domains {
  const union = (quantity: Quantity): readonly [number, number] => {
    const all = configs.map((config) => domain(config, quantity));
    return [Math.min(...all.map((d) => d[0])), Math.max(...all.map((d) => d[1]))];
  };
  const [activations, preActivations, gradients, weightGradients, weights] = QUANTITIES.map(union);
  const unit: readonly [number, number] = [-1, 1];
  return {
    activations: activations ?? unit,
    preActivations: preActivations ?? unit,
    gradients: gradients ?? unit,
    weightGradients: weightGradients ?? unit,
    weights: weights ?? unit,
  };
}
