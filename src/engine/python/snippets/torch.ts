/** The network in PyTorch, with `nn.init` calls that replace the default initialization. */
import { activation } from '../../rules/activations.ts';
import { withDefaults } from '../../rules/params.ts';
import type { ExperimentConfig } from '../../types.ts';
import { PYTHON_ACTIVATIONS } from '../activations.ts';
import { python } from '../python.ts';
import { hasHead, sizesCode, withPreamble } from './program.ts';

/** The activation as a `torch.nn` module. */
export function torchActivation({ act: { id, params } }: ExperimentConfig): string {
  const given = Object.values(withDefaults(activation(id).params, params));
  return `${PYTHON_ACTIVATIONS[id].module}(${given.map(python).join(', ')})`;
}

export function torchProgram(config: ExperimentConfig, weights: string, bias: string): string {
  const body = [
    sizesCode(config),
    '',
    'def dense(fan_in, fan_out):',
    '    linear = nn.Linear(fan_in, fan_out)',
    '    with torch.no_grad():',
    `        ${weights}`,
    `        ${bias}`,
    '    return linear',
    '',
    'layers = []',
    'for fan_in, fan_out in zip(sizes, sizes[1:]):',
    `    layers += [dense(fan_in, fan_out), ${torchActivation(config)}]`,
    hasHead(config)
      ? 'model = nn.Sequential(*layers[:-1])  # the last layer is linear'
      : 'model = nn.Sequential(*layers)',
  ].join('\n');
  return withPreamble(body, ['import torch', 'from torch import nn']);
}
