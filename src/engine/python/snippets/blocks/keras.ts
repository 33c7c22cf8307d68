/** The network in Keras, with residual blocks, normalization, a separate head initializer and scaled inputs. */
import { architecture } from '../../../passes/architecture.ts';
import { NORM_EPSILON } from '../../../passes/standardize.ts';
import type { ExperimentConfig } from '../../../types.ts';
import { python } from '../../python.ts';
import { kerasActivation } from '../keras.ts';
import { sizesCode, splitRemark, withPreamble } from '../program.ts';
import { BARE, branchCode, ENDS, fixupCode, hasBlocks, rolesCode, STARTS } from './parts.ts';
import type { BlockCode } from './parts.ts';

const NORMS = { batch: 'BatchNormalization', layer: 'LayerNormalization' } as const;

const FACTOR = [
  'class Factor(layers.Layer):',
  '    """Learned from 0 (ReZero)."""',
  '',
  '    def build(self, shape):',
  '        self.factor = self.add_weight(shape=(), initializer="zeros")',
  '',
  '    def call(self, h):',
  '        return self.factor * h',
  '',
];

/** Code of the kernel initializer, which depends on the layer's role if the roles differ. */
function kernels(config: ExperimentConfig, weights: string, head: string): readonly string[] {
  const fixup = fixupCode(config);
  const lines = [`    init = ${weights}`];
  if (head !== weights) lines.push('    if role == "output":', `        init = ${head}`);
  if (fixup !== null) {
    lines.push(
      '    if role == "open":',
      `        drawn, factor = init, ${fixup}  # Fixup`,
      '        init = lambda shape, dtype=None: factor * drawn(shape, dtype=dtype)',
      `    if role in ${ENDS}:`,
      '        init = initializers.Zeros()',
    );
  }
  return lines;
}

export function kerasBlocksProgram(
  config: ExperimentConfig,
  { weights, head, bias }: BlockCode,
): string {
  const { norm, input_mean: mean, input_std: std } = config;
  const blocks = hasBlocks(config);
  const branch = branchCode(config);
  const learned = blocks && branch === null;
  const [kernel, remark] = splitRemark(weights);
  const [last] = splitRemark(head);
  const body = [
    sizesCode(config),
    rolesCode(config),
    `f = ${kerasActivation(config)}`,
    ...(blocks && !learned ? [`branch = ${branch}`] : []),
    '',
    ...(learned ? FACTOR : []),
    'def dense(fan_in, fan_out, role):',
    ...kernels(config, kernel + remark, last + (head === weights ? remark : '')),
    `    return layers.Dense(fan_out, kernel_initializer=init, bias_initializer=${bias})`,
    '',
    `x = h = keras.Input((${architecture(config).value.inputs},))`,
    ...(mean === 0 && std === 1
      ? []
      : [`h = layers.Rescaling(${python(std)}, offset=${python(mean)})(h)`]),
    'for fan_in, fan_out, role in zip(sizes, sizes[1:], roles):',
    ...(blocks ? [`    if role in ${STARTS}:`, '        around = h'] : []),
    '    z = dense(fan_in, fan_out, role)(h)',
    ...(norm === 'none'
      ? []
      : [
          `    if role not in ${BARE}:`,
          `        z = layers.${NORMS[norm]}(epsilon=${NORM_EPSILON})(z)`,
        ]),
    `    h = z if role in ${BARE} else layers.Activation(f)(z)`,
    ...(blocks
      ? [
          `    if role in ${ENDS}:`,
          `        h = around + ${learned ? 'Factor()(h)' : 'branch * h'}`,
        ]
      : []),
    'model = keras.Model(x, h)',
  ].join('\n');
  return withPreamble(body, [
    'import keras',
    'from keras import activations, initializers, layers',
  ]);
}
