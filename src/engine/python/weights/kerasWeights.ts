/** A lane's weight and bias initializers in Keras; `null` if Keras has none. */
import type { InitializerSpec } from '../../types.ts';
import type { PythonRule } from '../pythonRule.ts';
import { float, literalRule, ownName, text } from '../pythonRule.ts';
import type { Names } from '../scaling.ts';
import { isZero, pythonScale, vectorRule } from '../scaling.ts';
import { ends } from './numpyWeights.ts';

const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  uniform: 'uniform',
  normal: 'untruncated_normal',
  truncated: 'truncated_normal',
};

function call(rule: PythonRule): string | null {
  switch (rule.kind) {
    case 'scaling': {
      // VarianceScaling rejects a scale of 0.
      if (isZero(rule)) return 'Zeros()';
      const shape = DISTRIBUTIONS[rule.shape] ?? rule.shape;
      return `VarianceScaling(${pythonScale(rule)}, "${rule.fan}", "${shape}")`;
    }
    case 'constant':
      if (rule.value === 0) return 'Zeros()';
      return rule.value === 1 ? 'Ones()' : `Constant(${float(rule.value)})`;
    case 'uniform':
      return `RandomUniform(${ends(rule.ends).join(', ')})`;
    case 'normal':
      return `RandomNormal(${float(rule.mean)}, ${text(rule.std)})`;
    case 'truncated':
      return `TruncatedNormal(${float(rule.mean)}, ${text(rule.std)})`;
    case 'orthogonal':
      return `Orthogonal(gain=${text(rule.gain)})`;
    case 'identity':
      return `Identity(gain=${text(rule.gain)})`;
    case 'sparse':
    case 'lsuv':
      return null;
  }
}

const named = (expression: string | null): string | null =>
  expression === null ? null : `initializers.${expression}`;

/** The weight initializer; `null` if Keras has none. */
export const kerasInitializer = (spec: InitializerSpec): string | null =>
  named(ownName('keras', spec) ?? call(literalRule(spec)));

export function kerasBias(spec: InitializerSpec, names: Names): string | null {
  const rule = vectorRule(literalRule(spec), names);
  return rule === null ? null : named(call(rule));
}
