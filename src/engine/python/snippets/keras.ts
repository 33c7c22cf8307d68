/** The network in Keras, its initializers said out loud. */
import { python } from '../python.ts';
import type { ExperimentConfig, InitializerSpec } from '../../types.ts';
import { architecture } from '../../passes/architecture.ts';
import { biasDraw, float, hasHead, param, sizesCode, withPreamble } from './program.ts';
import { pythonDraw } from './scale.ts';
import type { PythonDraw } from './scale.ts';
import { scalingOf } from './scaling.ts';

const DISTRIBUTIONS = {
  uniform: 'uniform',
  normal: 'untruncated_normal',
  truncated: 'truncated_normal',
} as const;

const PARAMS: Readonly<Record<string, string>> = { slope: 'negative_slope', alpha: 'alpha' };

function drawn(draw: PythonDraw): string | null {
  switch (draw.kind) {
    case 'constant':
      return `initializers.Constant(${float(draw.value)})`;
    case 'uniform':
      return `initializers.RandomUniform(${draw.lo}, ${draw.hi})`;
    case 'normal':
      return `initializers.RandomNormal(${float(draw.mean)}, ${draw.std})`;
    case 'truncated':
      return `initializers.TruncatedNormal(${float(draw.mean)}, ${draw.std})`;
    case 'matrix':
      return null;
  }
}

function weights(spec: InitializerSpec): string | null {
  switch (spec.id) {
    case 'zeros':
      return 'initializers.Zeros()';
    case 'ones':
      return 'initializers.Ones()';
    case 'orthogonal':
      return `initializers.Orthogonal(gain=${param(spec, 'gain')})`;
    case 'identity':
      return `initializers.Identity(gain=${param(spec, 'gain')})`;
    case 'keras_glorot_normal':
      return 'initializers.GlorotNormal()  # truncated';
    default: {
      const scaling = scalingOf(spec);
      if (scaling === null) return drawn(pythonDraw(spec));
      const { scale, mode, distribution } = scaling;
      return `initializers.VarianceScaling(${scale}, "${mode}", "${DISTRIBUTIONS[distribution]}")`;
    }
  }
}

function act({ act: { id, params } }: ExperimentConfig): string {
  const given = Object.entries(params).map(
    ([key, value]) => `, ${PARAMS[key] ?? key}=${python(value)}`,
  );
  return given.length === 0
    ? `activations.${id}`
    : `lambda z: activations.${id}(z${given.join('')})`;
}

export function kerasSnippet(config: ExperimentConfig): string | null {
  const w = weights(config.initializer);
  const b = drawn(biasDraw(config));
  if (w === null || b === null) return null;
  const { inputs } = architecture(config).value;
  const [kernel = '', comment] = w.split('  #');
  const f = act(config);
  const body = [
    sizesCode(config),
    '',
    'def dense(fan_in, fan_out, activation):',
    '    return layers.Dense(',
    '        fan_out,',
    '        activation=activation,',
    `        kernel_initializer=${kernel},${comment === undefined ? '' : `  #${comment}`}`,
    `        bias_initializer=${b},`,
    '    )',
    '',
    `f = ${f}`,
    `model = keras.Sequential([keras.Input((${inputs},))])`,
    'for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:]), start=1):',
    hasHead(config)
      ? '    model.add(dense(fan_in, fan_out, None if layer == len(sizes) - 1 else f))'
      : '    model.add(dense(fan_in, fan_out, f))',
  ].join('\n');
  return withPreamble(body, [
    'import keras',
    'from keras import activations, initializers, layers',
  ]);
}
