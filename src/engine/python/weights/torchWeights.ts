/** Rules as calls of `torch.nn.init` that fill a tensor in place, by PyTorch's own name if it has one. */
import { FANS } from '../../rules/rule.ts';
import type { InitializerSpec } from '../../types.ts';
import type { PythonRule, PythonScaling } from '../pythonRule.ts';
import { float, literalRule, ownName, text } from '../pythonRule.ts';
import type { Names } from '../scaling.ts';
import { pythonLimit, pythonStd, TRUNCATED_NAME, vectorRule } from '../scaling.ts';
import { ends } from './numpyWeights.ts';

/** `, mode="fan_out"`; PyTorch's default is the fan-in. */
function modeArgument(fan: string): string {
  if (fan === 'fan_in') return '';
  return `, mode=${FANS.some((each) => each === fan) ? `"${fan}"` : fan}`;
}

/**
 * `xavier_normal_` or `kaiming_normal_` if they implement the rule, otherwise a draw with the std or limit by formula.
 */
function scaled(rule: PythonScaling, tensor: string, names: Names): string | null {
  const { scale, fan, shape, gain, leak } = rule;
  if (shape === 'truncated') {
    return `nn.init.trunc_normal_(${tensor}).mul_(${pythonStd(rule, names)} / ${TRUNCATED_NAME})`;
  }
  if (shape !== 'uniform' && shape !== 'normal') return null;
  if (fan === 'fan_avg' && scale === 1 && leak === undefined) {
    const given = gain === undefined ? '' : `, gain=${text(gain)}`;
    return `nn.init.xavier_${shape}_(${tensor}${given})`;
  }
  if (gain === undefined && fan !== 'fan_avg' && scale === 2 && leak !== undefined) {
    return `nn.init.kaiming_${shape}_(${tensor}, a=${text(leak)}${modeArgument(fan)})`;
  }
  if (gain === undefined && fan !== 'fan_avg' && scale === 1 && leak === undefined) {
    return `nn.init.kaiming_${shape}_(${tensor}${modeArgument(fan)}, nonlinearity="linear")`;
  }
  if (shape === 'normal') return `nn.init.normal_(${tensor}, 0, ${pythonStd(rule, names)})`;
  const limit = pythonLimit(rule, names);
  return `nn.init.uniform_(${tensor}, -${limit}, ${limit})`;
}

/** The call for a rule; `null` if the distribution is itself a named parameter. */
export function torchWeights(rule: PythonRule, tensor: string, names: Names): string | null {
  switch (rule.kind) {
    case 'scaling':
      return scaled(rule, tensor, names);
    case 'constant':
      if (rule.value === 0) return `nn.init.zeros_(${tensor})`;
      return rule.value === 1
        ? `nn.init.ones_(${tensor})`
        : `nn.init.constant_(${tensor}, ${float(rule.value)})`;
    case 'uniform':
      return `nn.init.uniform_(${tensor}, ${ends(rule.ends).join(', ')})`;
    case 'normal':
      return `nn.init.normal_(${tensor}, ${text(rule.mean)}, ${text(rule.std)})`;
    case 'truncated':
      return `nn.init.trunc_normal_(${tensor}).mul_(${text(rule.std)}).add_(${text(rule.mean)})`;
    case 'orthogonal':
      return `nn.init.orthogonal_(${tensor}, gain=${text(rule.gain)})`;
    case 'identity':
      return `nn.init.eye_(${tensor}).mul_(${text(rule.gain)})`;
    case 'sparse':
      return `nn.init.sparse_(${tensor}, sparsity=${text(rule.sparsity)}, std=${text(rule.std)})`;
    case 'lsuv':
      // Only the start of LSUV; the scaling needs the data.
      return `nn.init.orthogonal_(${tensor})`;
  }
}

/** The call of PyTorch's own initializer for the rule, filling `tensor`; `undefined` if it has no own name. */
export function torchOwnName(spec: InitializerSpec, tensor: string): string | undefined {
  const name = ownName('pytorch', spec);
  return name === undefined ? undefined : `nn.init.${name.replace('(w', `(${tensor}`)}`;
}

/** The call that fills the weights of a lane; `null` if PyTorch has no such initializer. */
export function torchInitializer(
  spec: InitializerSpec,
  tensor: string,
  names: Names,
): string | null {
  const rule = literalRule(spec);
  if (rule.kind === 'lsuv') return null;
  return torchOwnName(spec, tensor) ?? torchWeights(rule, tensor, names);
}

/** The call that fills the biases of a lane; `null` if there is none. */
export function torchBias(spec: InitializerSpec, tensor: string, names: Names): string | null {
  const rule = vectorRule(literalRule(spec), names);
  return rule === null ? null : torchWeights(rule, tensor, names);
}
