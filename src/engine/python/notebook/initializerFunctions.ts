/** The initializers as Python functions in a notebook, with the parameters as arguments. */
import type { InitializerId } from '../../types.ts';
import { argumentsOf, namedRule } from '../pythonRule.ts';
import type { Names } from '../scaling.ts';
import { numpyWeights } from '../weights/numpyWeights.ts';
import { torchOwnName, torchWeights } from '../weights/torchWeights.ts';

const NUMPY_NAMES: Names = { fanIn: 'fan_in', fanOut: 'fan_out', sqrt: 'math.sqrt' };
/** The fans of a PyTorch weight; the taps of a kernel count in both. */
const TORCH_NAMES: Names = {
  fanIn: 'w[0].numel()',
  fanOut: '(len(w) * w[0, 0].numel())',
  sqrt: 'math.sqrt',
};

/**
 * A Python function of a generator, the fans and the shape, `(fan_out, fan_in)` for weights and `(fan_out, 1)`
 * for biases. For LSUV it gives the orthonormal start, which run_numpy scales layer by layer.
 */
export function numpyFunction(id: InitializerId): string {
  const head = `lambda rng, fan_in, fan_out, shape${argumentsOf(id)}`;
  return `${head}: ${numpyWeights(namedRule(id), 'shape', NUMPY_NAMES)}`;
}

/** A Python function that fills `w [fan_out, fan_in]` in place. */
export function torchFunction(id: InitializerId): string {
  const rule = namedRule(id);
  const own = argumentsOf(id) === '' ? torchOwnName({ id, params: {} }, 'w') : undefined;
  const call = own ?? torchWeights(rule, 'w', TORCH_NAMES);
  const head = `lambda w${argumentsOf(id)}`;
  if (call !== null) return `${head}: ${call}`;
  // PyTorch has no initializer that takes the distribution as an argument, so draw with NumPy.
  const draw = numpyWeights(rule, 'tuple(w.shape)', TORCH_NAMES).replace('rng', 'RNG');
  return `${head}: w.copy_(torch.from_numpy(${draw}))`;
}
