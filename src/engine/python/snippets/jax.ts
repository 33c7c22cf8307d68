/** The network in JAX with Flax (linen). */
import { activation } from '../../rules/activations.ts';
import type { ExperimentConfig } from '../../types.ts';
import { keywordArguments, PYTHON_ACTIVATIONS } from '../activations.ts';
import { hasHead, sizesCode, withPreamble } from './program.ts';

export function jaxActivation({ act }: ExperimentConfig): string {
  const { jax } = PYTHON_ACTIVATIONS[act.id];
  const plain = Object.keys(activation(act.id).params).length === 0;
  return plain ? jax : `lambda z: ${jax}(z${keywordArguments(act)})`;
}

export function jaxProgram(config: ExperimentConfig, weights: string, bias: string): string {
  const body = [
    sizesCode(config),
    `f = ${jaxActivation(config)}`,
    '',
    'class Network(nn.Module):',
    '    @nn.compact',
    '    def __call__(self, h):',
    '        for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:]), start=1):',
    '            z = nn.Dense(',
    '                fan_out,',
    `                kernel_init=${weights},`,
    `                bias_init=${bias},`,
    '            )(h)',
    hasHead(config)
      ? '            h = z if layer == len(sizes) - 1 else f(z)'
      : '            h = f(z)',
    '        return h',
    '',
    `params = Network().init(random.key(0), jnp.ones((1, sizes[0])))`,
  ].join('\n');
  return withPreamble(body, [
    'from flax import linen as nn',
    'from jax import numpy as jnp',
    'from jax import random',
    'from jax.nn import initializers as init',
  ]);
}
