/** The network in NumPy, with residual blocks, normalization, a separate head initializer and scaled inputs. */
import { NORM_EPSILON } from '../../../passes/standardize.ts';
import type { ExperimentConfig } from '../../../types.ts';
import { ACTIVATION_BLOCKS } from '../../activations.ts';
import { NUMPY_BLOCKS, withBlocks } from '../../weights/numpyWeights.ts';
import { LSUV_LINES, numpyActivation } from '../numpy.ts';
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

const MOMENTS = { batch: 'axis=0', layer: 'axis=1, keepdims=True' } as const;

export function numpyBlocksProgram(
  config: ExperimentConfig,
  { weights, head, bias }: BlockCode,
): string {
  const { norm } = config;
  const blocks = hasBlocks(config);
  const fixup = fixupCode(config);
  const input = inputCode(config);
  const body = [
    'rng = np.random.default_rng()',
    sizesCode(config),
    rolesCode(config),
    ...(blocks
      ? [`branch = ${branchCode(config) ?? '0  # learned in training, one for each block'}`]
      : []),
    `h = rng.standard_normal((${config.batch}, sizes[0]))  # a batch of examples`,
    ...(input === null ? [] : [`h = ${input}`]),
    '',
    'for layer, (fan_in, fan_out, role) in enumerate(zip(sizes, sizes[1:], roles), start=1):',
    ...(head === weights
      ? [`    W = ${weights}`]
      : ['    if role == "output":', `        W = ${head}`, '    else:', `        W = ${weights}`]),
    ...(fixup === null
      ? []
      : [
          '    if role == "open":',
          `        W *= ${fixup}  # Fixup`,
          `    if role in ${ENDS}:`,
          '        W *= 0',
        ]),
    `    b = ${bias}.ravel()`,
    '    z = h @ W.T + b',
    ...(config.initializer.id === 'lsuv' ? LSUV_LINES : []),
    ...(norm === 'none'
      ? []
      : [
          `    if role not in ${BARE}:`,
          `        z = (z - z.mean(${MOMENTS[norm]})) / np.sqrt(z.var(${MOMENTS[norm]}) + ${NORM_EPSILON})`,
        ]),
    ...(blocks ? [`    if role in ${STARTS}:`, '        around = h'] : []),
    `    h = z if role in ${BARE} else ${numpyActivation(config)}`,
    ...(blocks ? [`    if role in ${ENDS}:`, '        h = around + branch * h'] : []),
    '    print(f"layer {layer}: std of W {W.std():.4g}, of h {h.std():.4g}")',
  ].join('\n');
  const whole = withBlocks(body, [...NUMPY_BLOCKS, ...ACTIVATION_BLOCKS]);
  return withPreamble(whole, ['import numpy as np']);
}
