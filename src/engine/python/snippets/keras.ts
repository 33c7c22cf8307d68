/** The network in Keras, with explicit initializers. */
import { architecture } from '../../passes/architecture.ts';
import { activation } from '../../rules/activations.ts';
import type { ExperimentConfig } from '../../types.ts';
import { keywordArguments } from '../activations.ts';
import { hasHead, sizesCode, splitRemark, withPreamble } from './program.ts';

export function kerasActivation({ act }: ExperimentConfig): string {
  const plain = Object.keys(activation(act.id).params).length === 0;
  return plain
    ? `activations.${act.id}`
    : `lambda z: activations.${act.id}(z${keywordArguments(act)})`;
}

export function kerasProgram(config: ExperimentConfig, weights: string, bias: string): string {
  const { inputs } = architecture(config).value;
  const [kernel, remark] = splitRemark(weights);
  const body = [
    sizesCode(config),
    '',
    'def dense(fan_in, fan_out, activation):',
    '    return layers.Dense(',
    '        fan_out,',
    '        activation=activation,',
    `        kernel_initializer=${kernel},${remark}`,
    `        bias_initializer=${bias},`,
    '    )',
    '',
    `f = ${kerasActivation(config)}`,
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
