/** Convolutions in PyTorch. */
import type { ExperimentConfig } from '../../../types.ts';
import { torchBias, torchInitializer } from '../../weights/torchWeights.ts';
import { biasOf, NAMES, withPreamble } from '../program.ts';
import { torchActivation } from '../torch.ts';
import { convFans, convSizes } from './sizes.ts';

/** Adapts a call to kernels: `dirac_` is the identity of a kernel; `sparse_` accepts only matrices. */
const ofKernels = (call: string): string =>
  call
    .replace('nn.init.eye_(', 'nn.init.dirac_(')
    .replace('nn.init.sparse_(layer.weight', 'nn.init.sparse_(layer.weight.flatten(1)');

function filled(config: ExperimentConfig, conv: boolean): readonly string[] {
  const weights = torchInitializer(config.initializer, 'layer.weight', NAMES) ?? '';
  return [
    '    with torch.no_grad():',
    `        ${conv ? ofKernels(weights) : weights}`,
    `        ${torchBias(biasOf(config), 'layer.bias', NAMES)}`,
    '    return layer',
  ];
}

export function torchConvProgram(config: ExperimentConfig): string {
  const { kernel, padding } = config;
  const { side, reach, channels, head } = convSizes(config);
  const mode = padding === 'circular' ? ', padding_mode="circular"' : '';
  const body = [
    channels,
    '',
    'def conv(c_in, c_out):',
    `    ${convFans(kernel)}`,
    `    layer = nn.Conv2d(c_in, c_out, ${kernel}, padding=${reach}${mode})`,
    ...filled(config, true),
    '',
    ...(head === null
      ? []
      : [
          'def dense(fan_in, fan_out):',
          '    layer = nn.Linear(fan_in, fan_out)',
          ...filled(config, false),
          '',
        ]),
    'layers = []',
    'for c_in, c_out in zip(channels, channels[1:]):',
    `    layers += [conv(c_in, c_out), ${torchActivation(config)}]`,
    ...(head === null
      ? []
      : [`layers += [nn.Flatten(), dense(${side ** 2} * channels[-1], ${head})]`]),
    'model = nn.Sequential(*layers)',
  ].join('\n');
  return withPreamble(body, ['import torch', 'from torch import nn']);
}
