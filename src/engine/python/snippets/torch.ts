/** The network in PyTorch, its `nn.init` calls in place of the default. */
import { python } from '../python.ts';
import type { ActivationId, ExperimentConfig, InitializerSpec } from '../../types.ts';
import { biasDraw, float, hasHead, param, sizesCode, withPreamble } from './program.ts';
import { pythonDraw } from './scale.ts';
import type { PythonDraw } from './scale.ts';

const ACTIVATIONS = {
  linear: 'nn.Identity',
  sigmoid: 'nn.Sigmoid',
  tanh: 'nn.Tanh',
  softsign: 'nn.Softsign',
  relu: 'nn.ReLU',
  leaky_relu: 'nn.LeakyReLU',
  elu: 'nn.ELU',
  selu: 'nn.SELU',
  gelu: 'nn.GELU',
  silu: 'nn.SiLU',
} as const satisfies Record<ActivationId, string>;

/** The same draw by its numbers, in place; `null` where it is about a matrix. */
function filled(draw: PythonDraw, tensor: string): string | null {
  switch (draw.kind) {
    case 'constant':
      return `nn.init.constant_(${tensor}, ${float(draw.value)})`;
    case 'uniform':
      return `nn.init.uniform_(${tensor}, ${draw.lo}, ${draw.hi})`;
    case 'normal':
      return `nn.init.normal_(${tensor}, ${draw.mean}, ${draw.std})`;
    case 'truncated':
      return `nn.init.trunc_normal_(${tensor}).mul_(${draw.std}).add_(${draw.mean})`;
    case 'matrix':
      return null;
  }
}

/** By PyTorch's own name where it has one. */
function weights(spec: InitializerSpec): string | null {
  const w = 'linear.weight';
  const number = (name: string): string => param(spec, name);
  const { mode } = spec.params;
  const he = `a=${number('slope')}${mode === 'fan_out' ? ', mode="fan_out"' : ''}`;
  switch (spec.id) {
    case 'zeros':
      return `nn.init.zeros_(${w})`;
    case 'ones':
      return `nn.init.ones_(${w})`;
    case 'xavier_uniform':
    case 'xavier_normal':
      return `nn.init.${spec.id}_(${w}, gain=${number('gain')})`;
    case 'he_uniform':
      return `nn.init.kaiming_uniform_(${w}, ${he})`;
    case 'he_normal':
      return `nn.init.kaiming_normal_(${w}, ${he})`;
    case 'lecun_uniform':
      return `nn.init.kaiming_uniform_(${w}, nonlinearity="linear")`;
    case 'lecun_normal':
      return `nn.init.kaiming_normal_(${w}, nonlinearity="linear")`;
    case 'pytorch_linear':
      return `nn.init.kaiming_uniform_(${w}, a=sqrt(5))  # what nn.Linear does by itself`;
    case 'orthogonal':
      return `nn.init.orthogonal_(${w}, gain=${number('gain')})`;
    case 'identity':
      return `nn.init.eye_(${w}).mul_(${number('gain')})`;
    case 'sparse':
      return `nn.init.sparse_(${w}, sparsity=${number('sparsity')}, std=${number('std')})`;
    default:
      return filled(pythonDraw(spec), w);
  }
}

function act({ act: { id, params } }: ExperimentConfig): string {
  return `${ACTIVATIONS[id]}(${Object.values(params).map(python).join(', ')})`;
}

export function torchSnippet(config: ExperimentConfig): string | null {
  const w = weights(config.initializer);
  const b = filled(biasDraw(config), 'linear.bias');
  if (w === null || b === null) return null;
  const body = [
    sizesCode(config),
    '',
    'def dense(fan_in, fan_out):',
    '    linear = nn.Linear(fan_in, fan_out)',
    '    with torch.no_grad():',
    `        ${w}`,
    `        ${b}`,
    '    return linear',
    '',
    'layers = []',
    'for fan_in, fan_out in zip(sizes, sizes[1:]):',
    `    layers += [dense(fan_in, fan_out), ${act(config)}]`,
    hasHead(config)
      ? 'model = nn.Sequential(*layers[:-1])  # the last layer is linear'
      : 'model = nn.Sequential(*layers)',
  ].join('\n');
  return withPreamble(body, ['import torch', 'from torch import nn']);
}
