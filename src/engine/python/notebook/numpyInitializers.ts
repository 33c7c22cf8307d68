/**
 * Every initializer in NumPy: a function of a generator, the fans and the shape, with the parameters by
 * name. The shape is `(fan_out, fan_in)` for weights and `(fan_out, 1)` for biases.
 */
import type { InitializerId } from '../../types.ts';

const HE = 'np.sqrt(2 / ((1 + slope**2) * fan(mode, fan_in, fan_out)))';
const XAVIER = 'np.sqrt(2 / (fan_in + fan_out))';

export const NUMPY_INITIALIZERS = {
  zeros: 'lambda rng, fan_in, fan_out, shape: np.zeros(shape)',
  ones: 'lambda rng, fan_in, fan_out, shape: np.ones(shape)',
  constant: 'lambda rng, fan_in, fan_out, shape, value: np.full(shape, value)',
  random_uniform:
    'lambda rng, fan_in, fan_out, shape, min, max: rng.uniform(*sorted((min, max)), shape)',
  random_normal: 'lambda rng, fan_in, fan_out, shape, mean, std: rng.normal(mean, std, shape)',
  truncated_normal:
    'lambda rng, fan_in, fan_out, shape, mean, std: mean + std * truncated(rng, shape)',
  lecun_uniform:
    'lambda rng, fan_in, fan_out, shape: rng.uniform(-1, 1, shape) * np.sqrt(3 / fan_in)',
  lecun_normal: 'lambda rng, fan_in, fan_out, shape: rng.normal(0, np.sqrt(1 / fan_in), shape)',
  xavier_uniform: `lambda rng, fan_in, fan_out, shape, gain: rng.uniform(-1, 1, shape) * gain * np.sqrt(3) * ${XAVIER}`,
  xavier_normal: `lambda rng, fan_in, fan_out, shape, gain: rng.normal(0, gain * ${XAVIER}, shape)`,
  he_uniform: `lambda rng, fan_in, fan_out, shape, mode, slope: rng.uniform(-1, 1, shape) * np.sqrt(3) * ${HE}`,
  he_normal: `lambda rng, fan_in, fan_out, shape, mode, slope: rng.normal(0, ${HE}, shape)`,
  variance_scaling: 'variance_scaling',
  orthogonal: 'lambda rng, fan_in, fan_out, shape, gain: gain * orthonormal(rng, shape)',
  identity: 'lambda rng, fan_in, fan_out, shape, gain: gain * np.eye(*shape)',
  sparse: 'sparse',
  pytorch_linear: 'lambda rng, fan_in, fan_out, shape: rng.uniform(-1, 1, shape) / np.sqrt(fan_in)',
  keras_glorot_normal: `lambda rng, fan_in, fan_out, shape: ${XAVIER} / TRUNCATED_STD * truncated(rng, shape)`,
  // Scaled layer by layer in run_numpy.
  lsuv: 'lambda rng, fan_in, fan_out, shape: orthonormal(rng, shape)',
} as const satisfies Record<InitializerId, string>;

/** What some of them are written with; a block goes into the notebook when its name occurs in it. */
export const NUMPY_BLOCKS: readonly (readonly [name: string, code: string])[] = [
  [
    'variance_scaling',
    `def variance_scaling(rng, fan_in, fan_out, shape, scale, mode, distribution):
    std = np.sqrt(scale / fan(mode, fan_in, fan_out))
    if distribution == "uniform":
        return rng.uniform(-1, 1, shape) * np.sqrt(3) * std
    if distribution == "normal":
        return rng.normal(0, std, shape)
    return std / TRUNCATED_STD * truncated(rng, shape)`,
  ],
  [
    'sparse',
    `def sparse(rng, fan_in, fan_out, shape, sparsity, std):
    """Some of each column set to zero (Martens 2010)."""
    out = rng.normal(0, std, shape)
    for column in range(shape[1]):
        out[rng.permutation(shape[0])[: int(np.ceil(sparsity * fan_out))], column] = 0
    return out`,
  ],
  [
    'fan(',
    `def fan(mode, fan_in, fan_out):
    return {"fan_in": fan_in, "fan_out": fan_out, "fan_avg": (fan_in + fan_out) / 2}[mode]`,
  ],
  [
    'truncated(',
    `def truncated(rng, shape):
    """Standard normal numbers, drawn again where they are beyond two."""
    out = rng.standard_normal(shape)
    while (beyond := np.abs(out) > 2).any():
        out[beyond] = rng.standard_normal(beyond.sum())
    return out`,
  ],
  ['TRUNCATED_STD', 'TRUNCATED_STD = 0.87962566103423978  # of a standard normal cut at two'],
  [
    'orthonormal(',
    `def orthonormal(rng, shape):
    """A random rotation: QR with the signs of R's diagonal (Mezzadri 2007)."""
    q, r = np.linalg.qr(rng.standard_normal((max(shape), min(shape))))
    q = q * np.sign(np.diag(r))
    return q if shape[0] >= shape[1] else q.T`,
  ],
];
