/** The network in JAX with Flax (linen). */
import { python } from '../python.ts';
import type { ActivationId, ExperimentConfig, InitializerSpec } from '../../types.ts';
import { biasDraw, float, hasHead, param, sizesCode, withPreamble } from './program.ts';
import { pythonDraw } from './scale.ts';
import type { PythonDraw } from './scale.ts';
import { scalingOf } from './scaling.ts';

const ACTIVATIONS = {
  linear: 'lambda z: z',
  sigmoid: 'nn.sigmoid',
  tanh: 'nn.tanh',
  softsign: 'nn.soft_sign',
  relu: 'nn.relu',
  leaky_relu: 'nn.leaky_relu',
  elu: 'nn.elu',
  selu: 'nn.selu',
  gelu: 'lambda z: nn.gelu(z, approximate=False)',
  silu: 'nn.silu',
} as const satisfies Record<ActivationId, string>;

const PARAMS: Readonly<Record<string, string>> = { slope: 'negative_slope', alpha: 'alpha' };
const DISTRIBUTIONS = {
  uniform: 'uniform',
  normal: 'normal',
  truncated: 'truncated_normal',
} as const;

/** Of `jax.random`, as a function of key, shape and type. */
function drawn(draw: PythonDraw): string | null {
  const head = 'lambda key, shape, dtype=float: ';
  switch (draw.kind) {
    case 'constant':
      return `init.constant(${float(draw.value)})`;
    case 'uniform':
      return `${head}random.uniform(key, shape, dtype, ${draw.lo}, ${draw.hi})`;
    case 'normal':
      return `${head}${draw.mean} + ${draw.std} * random.normal(key, shape, dtype)`;
    case 'truncated':
      return `${head}${draw.mean} + ${draw.std} * random.truncated_normal(key, -2, 2, shape, dtype)`;
    case 'matrix':
      return null;
  }
}

function weights(spec: InitializerSpec): string | null {
  switch (spec.id) {
    case 'zeros':
    case 'ones':
      return `init.${spec.id}`;
    case 'orthogonal':
      return `init.orthogonal(${param(spec, 'gain')})`;
    case 'identity':
      return `lambda key, shape, dtype=float: ${param(spec, 'gain')} * jnp.eye(*shape, dtype=dtype)`;
    case 'keras_glorot_normal':
      return 'init.glorot_normal()';
    default: {
      const scaling = scalingOf(spec);
      if (scaling === null) return drawn(pythonDraw(spec));
      const { scale, mode, distribution } = scaling;
      return `init.variance_scaling(${scale}, "${mode}", "${DISTRIBUTIONS[distribution]}")`;
    }
  }
}

function act({ act: { id, params } }: ExperimentConfig): string {
  const given = Object.entries(params).map(
    ([key, value]) => `, ${PARAMS[key] ?? key}=${python(value)}`,
  );
  return given.length === 0 ? ACTIVATIONS[id] : `lambda z: ${ACTIVATIONS[id]}(z${given.join('')})`;
}

export function jaxSnippet(config: ExperimentConfig): string | null {
  const w = weights(config.initializer);
  const b = drawn(biasDraw(config));
  if (w === null || b === null) return null;
  const body = [
    sizesCode(config),
    `f = ${act(config)}`,
    '',
    'class Network(nn.Module):',
    '    @nn.compact',
    '    def __call__(self, h):',
    '        for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:]), start=1):',
    '            z = nn.Dense(',
    '                fan_out,',
    `                kernel_init=${w},`,
    `                bias_init=${b},`,
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
