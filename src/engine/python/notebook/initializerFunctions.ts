/** The initializers as functions of a notebook's cells, with the parameters as arguments. */
import type { InitializerId } from '../../types.ts';
import { argumentsOf, namedRule } from '../pythonRule.ts';
import type { Names } from '../scaling.ts';
import { numpyWeights } from '../weights/numpyWeights.ts';
import { torchOwnName, torchWeights } from '../weights/torchWeights.ts';

const NUMPY_NAMES: Names = { fanIn: 'fan_in', fanOut: 'fan_out', sqrt: 'math.sqrt' };
/** A kernel's taps count in both fans. */
const TORCH_NAMES: Names = {
  fanIn: 'w[0].numel()',
  fanOut: '(len(w) * w[0, 0].numel())',
  sqrt: 'math.sqrt',
};

/**
 * A function of a generator, the fans and the shape, `(fan_out, fan_in)` for weights and `(fan_out, 1)`
 * for biases. LSUV gives its start; run_numpy scales it layer by layer.
 */
export function numpyFunction(id: InitializerId): string {
  const head = `lambda rng, fan_in, fan_out, shape${argumentsOf(id)}`;
  return `${head}: ${numpyWeights(namedRule(id), 'shape', NUMPY_NAMES)}`;
}

/** Fills `w [fan_out, fan_in]` in place. */
export function torchFunction(id: InitializerId): string {
  const rule = namedRule(id);
  const own = argumentsOf(id) === '' ? torchOwnName({ id, params: {} }, 'w') : undefined;
  const call = own ?? torchWeights(rule, 'w', TORCH_NAMES);
  const head = `lambda w${argumentsOf(id)}`;
  if (call !== null) return `${head}: ${call}`;
  // PyTorch has no such choice of distributions: the draw is NumPy's.
  const draw = numpyWeights(rule, 'tuple(w.shape)', TORCH_NAMES).replace('rng', 'RNG');
  return `${head}: w.copy_(torch.from_numpy(${draw}))`;
}
