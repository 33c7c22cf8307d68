/** Every activation and its derivative in NumPy, with the parameters by name. */
import type { ActivationId } from '../../types.ts';

const SELU = '1.0507009873554805 * np.where(x > 0, ';

export const NUMPY_ACTIVATIONS = {
  linear: ['lambda x: x', 'lambda x: np.ones_like(x)'],
  sigmoid: ['sigmoid', 'lambda x: sigmoid(x) * sigmoid(-x)'],
  tanh: ['np.tanh', 'lambda x: 4 * sigmoid(2 * x) * sigmoid(-2 * x)'],
  softsign: ['lambda x: x / (1 + np.abs(x))', 'lambda x: 1 / (1 + np.abs(x)) ** 2'],
  relu: ['lambda x: np.maximum(x, 0)', 'lambda x: (x > 0) * np.ones_like(x)'],
  leaky_relu: [
    'lambda x, slope: np.where(x > 0, x, slope * x)',
    'lambda x, slope: np.where(x > 0, 1, slope)',
  ],
  elu: [
    'lambda x, alpha: np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))',
    'lambda x, alpha: np.where(x > 0, 1, alpha * np.exp(np.minimum(x, 0)))',
  ],
  selu: [
    `lambda x: ${SELU}x, 1.6732632423543772 * np.expm1(np.minimum(x, 0)))`,
    `lambda x: ${SELU}1, 1.6732632423543772 * np.exp(np.minimum(x, 0)))`,
  ],
  gelu: [
    'lambda x: x * normal_cdf(x)',
    'lambda x: normal_cdf(x) + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)',
  ],
  silu: ['lambda x: x * sigmoid(x)', 'lambda x: sigmoid(x) * (1 + x * sigmoid(-x))'],
} as const satisfies Record<ActivationId, readonly [f: string, df: string]>;

/** As NUMPY_BLOCKS. */
export const ACTIVATION_BLOCKS: readonly (readonly [name: string, code: string])[] = [
  [
    'sigmoid',
    `def sigmoid(x):
    return 1 / (1 + np.exp(-x))`,
  ],
  [
    'normal_cdf',
    `erf = np.vectorize(math.erf, otypes=[float])


def normal_cdf(x):
    return (1 + erf(x / math.sqrt(2))) / 2`,
  ],
];
