/** Convolutions in Keras. */
import type { ExperimentConfig } from '../../../types.ts';
import { kerasBias, kerasInitializer } from '../../weights/kerasWeights.ts';
import { kerasActivation } from '../keras.ts';
import { biasOf, NAMES, splitRemark, withPreamble } from '../program.ts';
import { convFans, convSizes } from './sizes.ts';

/** Keras only pads with zeros, so circular padding is written out. */
const wrapped = (reach: number): readonly string[] => [
  'def wrapped(h):',
  '    """With the opposite border beyond each."""',
  `    h = ops.concatenate([h[:, -${reach}:], h, h[:, :${reach}]], axis=1)`,
  `    return ops.concatenate([h[:, :, -${reach}:], h, h[:, :, :${reach}]], axis=2)`,
  '',
];

export function kerasConvProgram(config: ExperimentConfig): string {
  const { kernel, padding } = config;
  const { side, reach, channels, head } = convSizes(config);
  const wraps = padding === 'circular' && reach > 0;
  const [weights, remark] = splitRemark(kerasInitializer(config.initializer) ?? '');
  const initializers = [
    `        kernel_initializer=${weights},${remark}`,
    `        bias_initializer=${kerasBias(biasOf(config), NAMES)},`,
    '    )',
  ];
  const body = [
    channels,
    `f = ${kerasActivation(config)}`,
    '',
    ...(wraps ? wrapped(reach) : []),
    'def conv(c_in, c_out):',
    `    ${convFans(kernel)}`,
    '    return layers.Conv2D(',
    `        c_out, ${kernel}, padding="${wraps ? 'valid' : 'same'}", activation=f,`,
    ...initializers,
    '',
    ...(head === null
      ? []
      : [
          'def dense(fan_in, fan_out):',
          '    return layers.Dense(',
          '        fan_out,',
          ...initializers,
          '',
        ]),
    `model = keras.Sequential([keras.Input((${side}, ${side}, channels[0]))])`,
    'for c_in, c_out in zip(channels, channels[1:]):',
    ...(wraps ? ['    model.add(layers.Lambda(wrapped))'] : []),
    '    model.add(conv(c_in, c_out))',
    ...(head === null
      ? []
      : ['model.add(layers.Flatten())', `model.add(dense(${side ** 2} * channels[-1], ${head}))`]),
  ].join('\n');
  return withPreamble(body, [
    'import keras',
    `from keras import activations, initializers, layers${wraps ? ', ops' : ''}`,
  ]);
}
