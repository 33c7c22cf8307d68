/** A lane's weight and bias initializers in JAX: functions of key, shape and dtype; `null` if there is none. */
import type { InitializerSpec } from '../../types.ts';
import type { PythonRule } from '../pythonRule.ts';
import { float, literalRule, ownName, text } from '../pythonRule.ts';
import type { Names } from '../scaling.ts';
import { pythonScale, vectorRule } from '../scaling.ts';
import { ends } from './numpyWeights.ts';

const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  uniform: 'uniform',
  normal: 'normal',
  truncated: 'truncated_normal',
};

const HEAD = 'lambda key, shape, dtype=float: ';

function call(rule: PythonRule): string | null {
  switch (rule.kind) {
    case 'scaling': {
      const shape = DISTRIBUTIONS[rule.shape] ?? rule.shape;
      return `init.variance_scaling(${pythonScale(rule)}, "${rule.fan}", "${shape}")`;
    }
    case 'constant':
      if (rule.value === 0) return 'init.zeros';
      return rule.value === 1 ? 'init.ones' : `init.constant(${float(rule.value)})`;
    case 'uniform':
      return `${HEAD}random.uniform(key, shape, dtype, ${ends(rule.ends).join(', ')})`;
    case 'normal':
      return `${HEAD}${text(rule.mean)} + ${text(rule.std)} * random.normal(key, shape, dtype)`;
    case 'truncated': {
      const draw = 'random.truncated_normal(key, -2, 2, shape, dtype)';
      return `${HEAD}${text(rule.mean)} + ${text(rule.std)} * ${draw}`;
    }
    case 'orthogonal':
      return `init.orthogonal(${text(rule.gain)})`;
    case 'identity':
      return `${HEAD}${text(rule.gain)} * jnp.eye(*shape, dtype=dtype)`;
    case 'sparse':
    case 'lsuv':
      return null;
  }
}

/** The weight initializer; `null` if JAX has none. */
export function jaxInitializer(spec: InitializerSpec): string | null {
  const own = ownName('jax', spec);
  return own === undefined ? call(literalRule(spec)) : `init.${own}`;
}

export function jaxBias(spec: InitializerSpec, names: Names): string | null {
  const rule = vectorRule(literalRule(spec), names);
  return rule === null ? null : call(rule);
}
