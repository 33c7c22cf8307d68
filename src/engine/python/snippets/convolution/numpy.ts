/** Convolutions in NumPy: the neighbours of each place side by side (im2col), then a matrix product. */
import type { ExperimentConfig, InitializerSpec } from '../../../types.ts';
import { LSUV_MAX_STEPS, LSUV_TOLERANCE } from '../../../weights/lsuv.ts';
import { ACTIVATION_BLOCKS } from '../../activations.ts';
import { literalRule } from '../../pythonRule.ts';
import { gainFactor } from '../../scaling.ts';
import { NUMPY_BLOCKS, numpyWeights, withBlocks } from '../../weights/numpyWeights.ts';
import { numpyActivation } from '../numpy.ts';
import { biasOf, NAMES, withPreamble } from '../program.ts';
import { convFans, convSizes } from './sizes.ts';

/** Code of the kernels `[c_out, kernel² · c_in]`; the identity is the identity matrix on the middle tap. */
function kernels(spec: InitializerSpec, size: number): string {
  const rule = literalRule(spec);
  if (rule.kind === 'identity') {
    const middle = Math.floor(size ** 2 / 2);
    return `${gainFactor(rule.gain)}np.pad(np.eye(c_out, c_in), ((0, 0), (${middle} * c_in,) * 2))`;
  }
  const names = rule.kind === 'sparse' ? { ...NAMES, fanOut: 'c_out' } : NAMES;
  return numpyWeights(rule, '(c_out, fan_in)', names);
}

const lsuv = (product: string, indent: string): readonly string[] =>
  [
    `for _ in range(${LSUV_MAX_STEPS}):`,
    `    if z.std() == 0 or abs(z.var() - 1) < ${LSUV_TOLERANCE}:`,
    '        break',
    '    W /= z.std()',
    `    z = ${product}`,
  ].map((line) => `${indent}${line}`);

export function numpyConvProgram(config: ExperimentConfig): string {
  const { kernel, padding, batch, initializer } = config;
  const { side, reach, channels, head, digits } = convSizes(config);
  const f = numpyActivation(config);
  const scales = initializer.id === 'lsuv';
  const bias = (shape: string): string => numpyWeights(literalRule(biasOf(config)), shape, NAMES);
  const input = digits
    ? [
        'data = load_digits().data  # the first 1437 are for training',
        `h = ((data - data.mean()) / data.std())[:${Math.min(batch, 1437)}].reshape(-1, 8, 8, 1)`,
      ]
    : [
        `h = rng.standard_normal((${batch}, ${side}, ${side}, channels[0]))  # pictures, channels last`,
      ];
  const product = 'neighbours(h) @ W.T + b';
  const body = [
    'rng = np.random.default_rng()',
    channels,
    ...input,
    '',
    'def neighbours(h):',
    `    """Of every place its ${kernel} x ${kernel} neighbours' channels, tap by tap."""`,
    `    border = ((0, 0), (${reach}, ${reach}), (${reach}, ${reach}), (0, 0))`,
    `    wide = np.pad(h, border, mode="${padding === 'circular' ? 'wrap' : 'constant'}")`,
    `    taps = [(y, x) for y in range(${kernel}) for x in range(${kernel})]`,
    `    return np.concatenate([wide[:, y : y + ${side}, x : x + ${side}] for y, x in taps], axis=-1)`,
    '',
    'for layer, (c_in, c_out) in enumerate(zip(channels, channels[1:]), start=1):',
    `    ${convFans(kernel)}`,
    `    W = ${kernels(initializer, kernel)}`,
    `    b = ${bias('(c_out, 1)')}.ravel()`,
    `    z = ${product}`,
    ...(scales ? lsuv(product, '    ') : []),
    `    h = ${f}`,
    '    print(f"layer {layer}: std of W {W.std():.4g}, of h {h.std():.4g}")',
    ...(head === null
      ? []
      : [
          '',
          '# A linear layer on all values.',
          'h = h.reshape(len(h), -1)',
          `fan_in, fan_out = h.shape[1], ${head}`,
          `W = ${numpyWeights(literalRule(initializer), '(fan_out, fan_in)', NAMES)}`,
          `b = ${bias('(fan_out, 1)')}.ravel()`,
          'z = h @ W.T + b',
          ...(scales ? lsuv('h @ W.T + b', '') : []),
          'print(f"output: std of W {W.std():.4g}, of h {z.std():.4g}")',
        ]),
  ].join('\n');
  const whole = withBlocks(body, [...NUMPY_BLOCKS, ...ACTIVATION_BLOCKS]);
  return withPreamble(whole, [
    'import numpy as np',
    ...(digits ? ['from sklearn.datasets import load_digits'] : []),
  ]);
}
