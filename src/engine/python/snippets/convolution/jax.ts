/** Convolutions in JAX with Flax (linen). */
import type { ExperimentConfig, InitializerSpec } from '../../../types.ts';
import { literalRule, text } from '../../pythonRule.ts';
import { jaxBias, jaxInitializer } from '../../weights/jaxWeights.ts';
import { jaxActivation } from '../jax.ts';
import { biasOf, NAMES, withPreamble } from '../program.ts';
import { convFans, convSizes } from './sizes.ts';

/** Code of the kernel initializer; the identity is the identity matrix on the middle tap. */
function kernels(spec: InitializerSpec, reach: number): string {
  const rule = literalRule(spec);
  if (rule.kind !== 'identity') return jaxInitializer(spec) ?? '';
  const middle = `.at[${reach}, ${reach}].set(jnp.eye(*shape[2:]))`;
  return `lambda key, shape, dtype=float: ${text(rule.gain)} * jnp.zeros(shape, dtype)${middle}`;
}

export function jaxConvProgram(config: ExperimentConfig): string {
  const { kernel, padding } = config;
  const { side, reach, channels, head } = convSizes(config);
  const bias = `bias_init=${jaxBias(biasOf(config), NAMES)},`;
  const body = [
    channels,
    `f = ${jaxActivation(config)}`,
    '',
    'class Network(nn.Module):',
    '    @nn.compact',
    '    def __call__(self, h):',
    '        for c_in, c_out in zip(channels, channels[1:]):',
    `            ${convFans(kernel)}`,
    '            z = nn.Conv(',
    `                c_out, (${kernel}, ${kernel}), padding="${padding === 'circular' ? 'CIRCULAR' : 'SAME'}",`,
    `                kernel_init=${kernels(config.initializer, reach)},`,
    `                ${bias}`,
    '            )(h)',
    '            h = f(z)',
    ...(head === null
      ? ['        return h']
      : [
          '        h = h.reshape(len(h), -1)',
          `        fan_in, fan_out = h.shape[1], ${head}`,
          '        return nn.Dense(',
          '            fan_out,',
          `            kernel_init=${jaxInitializer(config.initializer)},`,
          `            ${bias}`,
          '        )(h)',
        ]),
    '',
    `params = Network().init(random.key(0), jnp.ones((1, ${side}, ${side}, channels[0])))`,
  ].join('\n');
  return withPreamble(body, [
    'from flax import linen as nn',
    'from jax import numpy as jnp',
    'from jax import random',
    'from jax.nn import initializers as init',
  ]);
}
