/** Which layers form residual blocks, and the factors on their branches. */
import type { BlockId, ExperimentConfig } from '../types.ts';
import type { LayerShape } from './layerShape.ts';

/**
 * What a hidden layer outputs. `plain`: f(z). `whole`: its input + factor · f(z). In a branch of two layers, `open`
 * outputs f(z), and `close`, which has no activation, outputs the input of `open` + factor · z.
 */
export type LayerRole = 'plain' | 'whole' | 'open' | 'close';

/** The roles of the hidden layers; the layers of a block need equal input and output sizes. */
export function rolesOf(block: BlockId, hidden: readonly LayerShape[]): readonly LayerRole[] {
  const even = (layer: LayerShape | undefined): boolean =>
    layer !== undefined && layer.inputs === layer.outputs;
  const roles: LayerRole[] = [];
  while (roles.length < hidden.length) {
    const [layer, next] = hidden.slice(roles.length);
    if (block === 'residual1' && even(layer)) roles.push('whole');
    else if (block === 'residual2' && even(layer) && even(next)) roles.push('open', 'close');
    else roles.push('plain');
  }
  return roles;
}

export const blockCount = (roles: readonly LayerRole[]): number =>
  roles.filter((role) => role === 'whole' || role === 'close').length;

/** The factor on the branches of `blocks` blocks. Fixup leaves it 1 and changes the weights. */
export function branchFactor(branch: ExperimentConfig['branch'], blocks: number): number {
  switch (branch) {
    case '1/sqrt(L)':
      return 1 / Math.sqrt(Math.max(1, blocks));
    case '1/sqrt(2L)':
      return 1 / Math.sqrt(Math.max(1, 2 * blocks));
    case 'fixup':
      return 1;
    default:
      return branch;
  }
}

/**
 * Factor on a layer's drawn weights. Fixup (Zhang et al. 2019): 0 for the last layer of a branch and L^(−1/(2m − 2))
 * for the m − 1 before it, with m layers per branch and L blocks.
 */
export function weightFactor(
  branch: ExperimentConfig['branch'],
  role: LayerRole,
  blocks: number,
): number {
  if (branch !== 'fixup' || role === 'plain') return 1;
  return role === 'open' ? 1 / Math.sqrt(blocks) : 0;
}
