/** Every activation in NumPy, PyTorch and JAX; the names in Keras are the ids used here. */
import { activation, SELU } from '../rules/activations.ts';
import type { ActivationId, ActivationSpec } from '../types.ts';
import { python } from './python.ts';

interface PythonActivation {
  /** Expressions of the function and its derivative, with the parameters by name. */
  readonly numpy: readonly [f: string, df: string];
  /** Name of the module in `torch.nn`. */
  readonly module: string;
  /** Call of `torch` or `torch.nn.functional` (F), with the parameters by name. */
  readonly torch: string;
  /** Name in `flax.linen`. */
  readonly jax: string;
}

const SELU_NUMPY = `${SELU.scale} * np.where(x > 0, `;

export const PYTHON_ACTIVATIONS = {
  linear: {
    numpy: ['lambda x: x', 'lambda x: np.ones_like(x)'],
    module: 'nn.Identity',
    torch: 'lambda z: z',
    jax: 'lambda z: z',
  },
  sigmoid: {
    numpy: ['sigmoid', 'lambda x: sigmoid(x) * sigmoid(-x)'],
    module: 'nn.Sigmoid',
    torch: 'torch.sigmoid',
    jax: 'nn.sigmoid',
  },
  tanh: {
    numpy: ['np.tanh', 'lambda x: 4 * sigmoid(2 * x) * sigmoid(-2 * x)'],
    module: 'nn.Tanh',
    torch: 'torch.tanh',
    jax: 'nn.tanh',
  },
  softsign: {
    numpy: ['lambda x: x / (1 + np.abs(x))', 'lambda x: 1 / (1 + np.abs(x)) ** 2'],
    module: 'nn.Softsign',
    torch: 'F.softsign',
    jax: 'nn.soft_sign',
  },
  relu: {
    numpy: ['lambda x: np.maximum(x, 0)', 'lambda x: (x > 0) * np.ones_like(x)'],
    module: 'nn.ReLU',
    torch: 'F.relu',
    jax: 'nn.relu',
  },
  leaky_relu: {
    numpy: [
      'lambda x, slope: np.where(x > 0, x, slope * x)',
      'lambda x, slope: np.where(x > 0, 1, slope)',
    ],
    module: 'nn.LeakyReLU',
    torch: 'lambda z, slope: F.leaky_relu(z, slope)',
    jax: 'nn.leaky_relu',
  },
  elu: {
    numpy: [
      'lambda x, alpha: np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))',
      'lambda x, alpha: np.where(x > 0, 1, alpha * np.exp(np.minimum(x, 0)))',
    ],
    module: 'nn.ELU',
    torch: 'lambda z, alpha: F.elu(z, alpha)',
    jax: 'nn.elu',
  },
  selu: {
    numpy: [
      `lambda x: ${SELU_NUMPY}x, ${SELU.alpha} * np.expm1(np.minimum(x, 0)))`,
      `lambda x: ${SELU_NUMPY}1, ${SELU.alpha} * np.exp(np.minimum(x, 0)))`,
    ],
    module: 'nn.SELU',
    torch: 'F.selu',
    jax: 'nn.selu',
  },
  gelu: {
    numpy: [
      'lambda x: x * normal_cdf(x)',
      'lambda x: normal_cdf(x) + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)',
    ],
    module: 'nn.GELU',
    torch: 'F.gelu',
    jax: 'lambda z: nn.gelu(z, approximate=False)',
  },
  silu: {
    numpy: ['lambda x: x * sigmoid(x)', 'lambda x: sigmoid(x) * (1 + x * sigmoid(-x))'],
    module: 'nn.SiLU',
    torch: 'F.silu',
    jax: 'nn.silu',
  },
} as const satisfies Record<ActivationId, PythonActivation>;

/** Definitions that some of them use, in the form of NUMPY_BLOCKS. */
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

/** Name of the slope of leaky ReLU in Keras and JAX. */
const KEYWORDS: Readonly<Record<string, string>> = { slope: 'negative_slope' };

/** `, negative_slope=0.3`: every parameter of the activation as a keyword argument. */
export function keywordArguments({ id, params }: ActivationSpec): string {
  return Object.entries(activation(id).params)
    .map(([name, { default: usual }]) => [KEYWORDS[name] ?? name, params[name] ?? usual] as const)
    .map(([name, value]) => `, ${name}=${python(value)}`)
    .join('');
}
