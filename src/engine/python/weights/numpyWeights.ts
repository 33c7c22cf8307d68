/** Rules as NumPy expressions: an array of a given shape, drawn from a generator `rng`. */
import type { PythonPart, PythonRule } from '../pythonRule.ts';
import { text } from '../pythonRule.ts';
import { gainFactor, pythonLimit, pythonStd, TRUNCATED_NAME } from '../scaling.ts';
import type { Names } from '../scaling.ts';

/** The expression of a rule; `shape` is `(fan_out, fan_in)` for weights and `(fan_out, 1)` for biases. */
export function numpyWeights(rule: PythonRule, shape: string, names: Names): string {
  switch (rule.kind) {
    case 'scaling': {
      const std = pythonStd(rule, names);
      const limit = pythonLimit(rule, names);
      if (rule.shape === 'uniform') return `rng.uniform(-${limit}, ${limit}, ${shape})`;
      if (rule.shape === 'normal') return `rng.normal(0, ${std}, ${shape})`;
      if (rule.shape === 'truncated') {
        return `${std} / ${TRUNCATED_NAME} * truncated(rng, ${shape})`;
      }
      return `scaled(rng, ${std}, ${rule.shape}, ${shape})`;
    }
    case 'constant':
      if (rule.value === 0) return `np.zeros(${shape})`;
      return rule.value === 1 ? `np.ones(${shape})` : `np.full(${shape}, ${text(rule.value)})`;
    case 'uniform':
      return `rng.uniform(${ends(rule.ends).join(', ')}, ${shape})`;
    case 'normal':
      return `rng.normal(${text(rule.mean)}, ${text(rule.std)}, ${shape})`;
    case 'truncated':
      return `${text(rule.mean)} + ${text(rule.std)} * truncated(rng, ${shape})`;
    case 'orthogonal':
      return `${gainFactor(rule.gain)}orthonormal(rng, ${shape})`;
    case 'identity':
      return `${gainFactor(rule.gain)}np.eye(*${shape})`;
    case 'sparse': {
      const zeros = `math.ceil(${text(rule.sparsity)} * ${names.fanOut})`;
      return `sparse(rng, ${shape}, ${zeros}, ${text(rule.std)})`;
    }
    case 'lsuv':
      return `orthonormal(rng, ${shape})`;
  }
}

const isName = (part: PythonPart): boolean => /^[a-z_]\w*$/i.test(text(part));

/** The lower and upper end of an interval: literals are sorted here, named arguments by the Python code. */
export function ends([a, b]: readonly [PythonPart, PythonPart]): readonly string[] {
  if (isName(a) && isName(b)) return [`*sorted((${text(a)}, ${text(b)}))`];
  return Number(a) > Number(b) ? [text(b), text(a)] : [text(a), text(b)];
}

/** Definitions that some expressions use; a block is added to a program if its name occurs there. */
export const NUMPY_BLOCKS: readonly (readonly [name: string, code: string])[] = [
  [
    'scaled(',
    `def scaled(rng, std, distribution, shape):
    """Numbers of this spread; a normal is cut at two standard deviations and widened."""
    if distribution == "uniform":
        return rng.uniform(-1, 1, shape) * np.sqrt(3) * std
    if distribution == "normal":
        return rng.normal(0, std, shape)
    return std / ${TRUNCATED_NAME} * truncated(rng, shape)`,
  ],
  [
    'sparse(',
    `def sparse(rng, shape, zeros, std):
    """Some of each column set to zero (Martens 2010)."""
    out = rng.normal(0, std, shape)
    for column in range(shape[1]):
        out[rng.permutation(shape[0])[:zeros], column] = 0
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
  [
    'orthonormal(',
    `def orthonormal(rng, shape):
    """A random rotation: QR with the signs of R's diagonal (Mezzadri 2007)."""
    q, r = np.linalg.qr(rng.standard_normal((max(shape), min(shape))))
    q = q * np.sign(np.diag(r))
    return q if shape[0] >= shape[1] else q.T`,
  ],
];

/** The program with the blocks it uses, each before its first use. */
export function withBlocks(
  program: string,
  blocks: readonly (readonly [name: string, code: string])[],
): string {
  let all = program;
  for (const [name, block] of blocks) if (all.includes(name)) all = `${block}\n\n\n${all}`;
  return all;
}
