/** The network in NumPy: draws, a forward pass, and the std of every layer printed. */
import { LSUV_MAX_STEPS, LSUV_TOLERANCE } from '../../weights/lsuv.ts';
import type { ExperimentConfig } from '../../types.ts';
import { ACTIVATION_BLOCKS, keywordArguments, PYTHON_ACTIVATIONS } from '../activations.ts';
import { NUMPY_BLOCKS, withBlocks } from '../weights/numpyWeights.ts';
import { hasHead, sizesCode, withPreamble } from './program.ts';

/** Code of `f(z)` for the lane's activation. */
export function numpyActivation({ act }: ExperimentConfig): string {
  const [f] = PYTHON_ACTIVATIONS[act.id].numpy;
  const given = keywordArguments(act).replace('negative_slope', 'slope');
  return f.startsWith('lambda') && given !== ''
    ? `(${f})(z${given})`
    : f.startsWith('lambda x: ')
      ? f.slice('lambda x: '.length).replaceAll(/\bx\b/g, 'z')
      : `${f}(z)`;
}

/** LSUV scaling of a layer from the data. The bias is not scaled, so one step may not be enough. */
export const LSUV_LINES = [
  `    for _ in range(${LSUV_MAX_STEPS}):`,
  `        if z.std() == 0 or abs(z.var() - 1) < ${LSUV_TOLERANCE}:`,
  '            break',
  '        W /= z.std()',
  '        z = h @ W.T + b',
];

export function numpyProgram(config: ExperimentConfig, weights: string, bias: string): string {
  const f = numpyActivation(config);
  const body = [
    'rng = np.random.default_rng()',
    sizesCode(config),
    `h = rng.standard_normal((${config.batch}, sizes[0]))  # a batch of examples`,
    '',
    'for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:]), start=1):',
    `    W = ${weights}`,
    `    b = ${bias}.ravel()`,
    '    z = h @ W.T + b',
    ...(config.initializer.id === 'lsuv' ? LSUV_LINES : []),
    hasHead(config) ? `    h = z if layer == len(sizes) - 1 else ${f}` : `    h = ${f}`,
    '    print(f"layer {layer}: std of W {W.std():.4g}, of h {h.std():.4g}")',
  ].join('\n');
  const whole = withBlocks(body, [...NUMPY_BLOCKS, ...ACTIVATION_BLOCKS]);
  return withPreamble(whole, ['import numpy as np']);
}
