/** The variance-scaling rules in Python: a std or limit for NumPy and PyTorch, a scale for Keras and JAX. */
import type { PythonPart, PythonRule, PythonScaling } from './pythonRule.ts';
import { float, text } from './pythonRule.ts';

/** Names of a layer's fans and of the square root in a program. */
export interface Names {
  readonly fanIn: string;
  readonly fanOut: string;
  readonly sqrt: string;
}

/** Name in the programs of the std of N(0, 1) cut at ±2. */
export const TRUNCATED_NAME = 'TRUNCATED_STD';

/** The product of a fixed number and a part. */
function times(factor: number, part: PythonPart): string {
  if (typeof part === 'number') return text(factor * part);
  return factor === 1 ? part : `${factor} * ${part}`;
}

const isNumber = (part: PythonPart | undefined, value: number): boolean =>
  part !== undefined && Number(part) === value;

/** The gain as a prefix, `1.5 * `; empty for a gain of 1 or none. */
export const gainFactor = (gain: PythonPart | undefined): string =>
  gain === undefined || isNumber(gain, 1) ? '' : `${text(gain)} * `;

/** `gain * sqrt(factor * scale / ((1 + leak ** 2) * fan))`. */
function root(rule: PythonScaling, factor: number, names: Names): string {
  const { scale, fan, gain, leak } = rule;
  const sum = `(${names.fanIn} + ${names.fanOut})`;
  // With a fixed scale write 2/(nᵢₙ + nₒᵤₜ), as in the paper.
  const summed = fan === 'fan_avg' && typeof scale === 'number';
  const fans: Readonly<Record<string, string>> = {
    fan_in: names.fanIn,
    fan_out: names.fanOut,
    fan_avg: summed ? sum : `(${sum} / 2)`,
  };
  const n = fans[fan] ?? `fan(${fan}, ${names.fanIn}, ${names.fanOut})`;
  const leaky = leak === undefined || isNumber(leak, 0);
  const below = leaky ? n : `((1 + ${text(leak)} ** 2) * ${n})`;
  const top = times(factor * (summed ? 2 : 1), scale);
  return `${gainFactor(gain)}${names.sqrt}(${top} / ${below})`;
}

export const pythonStd = (rule: PythonScaling, names: Names): string => root(rule, 1, names);
/** The limit of a uniform rule, whose draws lie in ± this. */
export const pythonLimit = (rule: PythonScaling, names: Names): string => root(rule, 3, names);

/**
 * The rule of a bias. A vector has no fans, so a std or limit is written out with the fans of the
 * layer. `null` for rules that need a matrix or the data.
 */
export function vectorRule(rule: PythonRule, names: Names): PythonRule | null {
  switch (rule.kind) {
    case 'scaling': {
      const [std, limit] = [pythonStd(rule, names), pythonLimit(rule, names)];
      if (rule.shape === 'uniform') return { kind: 'uniform', ends: [`-${limit}`, limit] };
      return rule.shape === 'normal'
        ? { kind: 'normal', mean: 0, std }
        : { kind: 'truncated', mean: 0, std: `${std} / ${TRUNCATED_NAME}` };
    }
    case 'orthogonal':
    case 'identity':
    case 'sparse':
    case 'lsuv':
      return null;
    default:
      return rule;
  }
}

/** The `scale` of Keras and JAX: the variance times the fan, as an expression. */
export function pythonScale({ scale, gain, leak }: PythonScaling): string {
  const square = gain === undefined || isNumber(gain, 1) ? null : `${text(gain)} ** 2`;
  const inverse = typeof scale === 'number' && scale < 1 && Number.isInteger(1 / scale);
  const plain = inverse ? `1 / ${1 / scale}` : float(scale);
  const top = square === null ? plain : isNumber(scale, 1) ? square : `${plain} * ${square}`;
  return leak === undefined || isNumber(leak, 0) ? top : `${top} / (1 + ${text(leak)} ** 2)`;
}

/** Whether every draw is 0, including when the squared gain underflows. */
export const isZero = ({ scale, gain = 1 }: PythonScaling): boolean =>
  Number(scale) * Number(gain) ** 2 === 0;
