/** The network in PyTorch, with residual blocks, normalization, a separate head initializer and scaled inputs. */
import { NORM_EPSILON } from '../../../passes/standardize.ts';
import type { ExperimentConfig } from '../../../types.ts';
import { sizesCode, withPreamble } from '../program.ts';
import { torchActivation } from '../torch.ts';
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

const NORMS = { batch: 'nn.BatchNorm1d', layer: 'nn.LayerNorm' } as const;

export function torchBlocksProgram(
  config: ExperimentConfig,
  { weights, head, bias }: BlockCode,
): string {
  const { norm } = config;
  const blocks = hasBlocks(config);
  const branch = branchCode(config);
  const fixup = fixupCode(config);
  const input = inputCode(config);
  const learned = blocks && branch === null;
  const body = [
    sizesCode(config),
    rolesCode(config),
    ...(blocks && branch !== null ? [`branch = ${branch}`] : []),
    '',
    'def dense(fan_in, fan_out, role):',
    '    linear = nn.Linear(fan_in, fan_out)',
    '    with torch.no_grad():',
    ...(head === weights
      ? [`        ${weights}`]
      : [
          '        if role == "output":',
          `            ${head}`,
          '        else:',
          `            ${weights}`,
        ]),
    ...(fixup === null
      ? []
      : [
          '        if role == "open":',
          `            linear.weight *= ${fixup}  # Fixup`,
          `        if role in ${ENDS}:`,
          '            linear.weight.zero_()',
        ]),
    `        ${bias}`,
    '    return linear',
    '',
    'class Network(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    '        pairs = zip(sizes, sizes[1:], roles)',
    '        self.layers = nn.ModuleList(dense(*pair) for pair in pairs)',
    ...(norm === 'none'
      ? []
      : [
          '        self.norms = nn.ModuleList(',
          `            nn.Identity() if role in ${BARE} else ${NORMS[norm]}(n, eps=${NORM_EPSILON})`,
          '            for n, role in zip(sizes[1:], roles)',
          '        )',
        ]),
    ...(learned
      ? [
          '        # Learned from 0, one for each block (ReZero).',
          '        self.branch = nn.Parameter(torch.zeros(len(roles)))',
        ]
      : []),
    `        self.f = ${torchActivation(config)}`,
    '',
    '    def forward(self, h):',
    ...(input === null ? [] : [`        h = ${input}`]),
    '        for i, role in enumerate(roles):',
    ...(blocks ? [`            if role in ${STARTS}:`, '                around = h'] : []),
    norm === 'none'
      ? '            z = self.layers[i](h)'
      : '            z = self.norms[i](self.layers[i](h))',
    `            h = z if role in ${BARE} else self.f(z)`,
    ...(blocks
      ? [
          `            if role in ${ENDS}:`,
          `                h = around + ${learned ? 'self.branch[i]' : 'branch'} * h`,
        ]
      : []),
    '        return h',
    '',
    'model = Network()',
  ].join('\n');
  return withPreamble(body, ['import torch', 'from torch import nn']);
}
