/**
 * The network in JAX with Flax (linen), with residual blocks, normalization, a separate head
 * initializer and scaled inputs.
 */
import { NORM_EPSILON } from '../../../passes/standardize.ts';
import type { ExperimentConfig } from '../../../types.ts';
import { jaxActivation } from '../jax.ts';
import { sizesCode, withPreamble } from '../program.ts';
import {
  BARE,
  branchCode,
  ENDS,
  fixupCode,
  hasBlocks,
  inputCode,
  rolesCode,
  STARTS,
} from './parts.ts';
import type { BlockCode } from './parts.ts';

const NORMS = {
  batch: `nn.BatchNorm(use_running_average=False, epsilon=${NORM_EPSILON})`,
  layer: `nn.LayerNorm(epsilon=${NORM_EPSILON}, use_fast_variance=False)`,
} as const;

export function jaxBlocksProgram(
  config: ExperimentConfig,
  { weights, head, bias }: BlockCode,
): string {
  const { norm, batch } = config;
  const blocks = hasBlocks(config);
  const branch = branchCode(config);
  const fixup = fixupCode(config);
  const input = inputCode(config);
  const learned = blocks && branch === null;
  const body = [
    sizesCode(config),
    rolesCode(config),
    `f = ${jaxActivation(config)}`,
    ...(blocks && !learned ? [`branch = ${branch}`] : []),
    '',
    'def kernel_init(role, fan_in, fan_out):',
    ...(head === weights ? [] : ['    if role == "output":', `        return ${head}`]),
    ...(fixup === null
      ? []
      : [
          `    if role in ${ENDS}:`,
          '        return init.zeros',
          '    if role == "open":',
          `        drawn, factor = ${weights}, ${fixup}  # Fixup`,
          '        return lambda *args: factor * drawn(*args)',
        ]),
    `    return ${weights}`,
    '',
    'class Network(nn.Module):',
    '    @nn.compact',
    '    def __call__(self, h):',
    ...(input === null ? [] : [`        h = ${input}`]),
    '        for i, (fan_in, fan_out, role) in enumerate(zip(sizes, sizes[1:], roles)):',
    ...(blocks ? [`            if role in ${STARTS}:`, '                around = h'] : []),
    '            z = nn.Dense(',
    '                fan_out,',
    '                kernel_init=kernel_init(role, fan_in, fan_out),',
    `                bias_init=${bias},`,
    '            )(h)',
    ...(norm === 'none'
      ? []
      : [`            if role not in ${BARE}:`, `                z = ${NORMS[norm]}(z)`]),
    `            h = z if role in ${BARE} else f(z)`,
    ...(blocks ? [`            if role in ${ENDS}:`] : []),
    ...(learned
      ? [
          '                # Learned from 0, one for each block (ReZero).',
          '                h = around + self.param(f"branch{i}", init.zeros, ()) * h',
        ]
      : blocks
        ? ['                h = around + branch * h']
        : []),
    '        return h',
    '',
    // Batch normalization over a single example would give zeros.
    `params = Network().init(random.key(0), jnp.ones((${norm === 'batch' ? batch : 1}, sizes[0])))`,
  ].join('\n');
  return withPreamble(body, [
    'from flax import linen as nn',
    'from jax import numpy as jnp',
    'from jax import random',
    'from jax.nn import initializers as init',
  ]);
}
