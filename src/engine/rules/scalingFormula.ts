/** The formulas of the variance-scaling rules: in symbols, and with the numbers of a layer. */
import { TRUNCATED_STD } from './draw.ts';
import type { Params } from './params.ts';
import { resolveScaling } from './rule.ts';
import { fanOf, isOpen, root, UNIFORM_FACTOR } from './scaling.ts';
import type { ScalingTemplate } from './scaling.ts';
import { texFactor, texNumber, texSquare } from './texNumber.ts';

/** The parts of a rule's formula, as symbols or numbers: `gain √(top / below)`. */
interface Root {
  readonly gain: string;
  readonly top: string;
  readonly below: string;
}

const texRoot = ({ gain, top, below }: Root): string => `${gain}\\sqrt{\\frac{${top}}{${below}}}`;

/** Symbol of the std or limit: the limit of a uniform rule is `a`, or `b` if `a` is a slope. */
function spreadName({ shape, leak }: ScalingTemplate): string {
  if (shape === 'uniform') return leak === undefined ? 'a' : 'b';
  return shape === 'truncated' ? "\\sigma'" : '\\sigma';
}

const factorOf = (shape: string): number => (shape === 'uniform' ? UNIFORM_FACTOR : 1);
/** Factor before the root for a rule that is cut at two standard deviations. */
const widening = (shape: string, std: string): string =>
  shape === 'truncated' ? `\\frac{1}{${std}} ` : '';

const FAN_SYMBOLS: Readonly<Record<string, string>> = {
  fan_in: 'n_\\mathrm{in}',
  fan_out: 'n_\\mathrm{out}',
  fan_avg: 'n_\\mathrm{in} + n_\\mathrm{out}',
};

const coefficient = (factor: number, symbol: string): string =>
  factor === 1 ? symbol : `${texNumber(factor)} ${symbol}`;

/** The formula of a scaling rule in symbols. */
export function scalingTex(rule: ScalingTemplate): string {
  const factor = factorOf(rule.shape) * (rule.fan === 'fan_avg' ? 2 : 1);
  const { scale, leak, gain } = rule;
  const n = FAN_SYMBOLS[rule.fan] ?? 'n';
  const known = typeof leak === 'number' ? `(1 + ${texSquare(leak)})\\, ` : '(1 + a^2)\\, ';
  const parts: Root = {
    gain: typeof gain === 'number' ? texFactor(gain) : gain === undefined ? '' : 'g ',
    top: typeof scale === 'number' ? texNumber(factor * scale) : coefficient(factor, 's'),
    below: leak === undefined ? n : rule.fan === 'fan_avg' ? `${known}(${n})` : `${known}${n}`,
  };
  const name = spreadName(rule);
  const law = texRoot(parts);
  switch (rule.shape) {
    case 'uniform':
      return `W_{ij} \\sim \\mathcal U(-${name}, ${name}),\\quad ${name} = ${law}`;
    case 'normal':
      return `W_{ij} \\sim \\mathcal N(0, \\sigma^2),\\quad \\sigma = ${law}`;
    case 'truncated': {
      const widened = `${widening('truncated', texNumber(TRUNCATED_STD))}${law}`;
      return `${name} = ${widened},\\quad |W_{ij}| \\le 2${name}`;
    }
    default: {
      // The shape is a parameter: give the variance, which all shapes share.
      const square = typeof gain === 'string' ? 'g^2 ' : '';
      const variance = `\\frac{${square}${parts.top}}{${parts.below}}`;
      return `\\operatorname{Var}(W_{ij}) = \\sigma^2 = ${variance}`;
    }
  }
}

/** The formula of the std or limit with a layer's numbers. */
export function scalingNumbers(
  template: ScalingTemplate,
  params: Params,
  fanIn: number,
  fanOut: number,
): string {
  const rule = resolveScaling(template, params);
  const n = fanOf(rule.fan, fanIn, fanOut);
  // If the shape is a parameter, give the formula of the standard deviation.
  const shape = isOpen(template) ? 'normal' : rule.shape;
  const summed = template.fan === 'fan_avg';
  const below = summed ? `${fanIn} + ${fanOut}` : `${n}`;
  const leak = rule.leak ?? 0;
  const product = `(1 + ${texSquare(leak)}) \\cdot ${summed ? `(${below})` : below}`;
  const law = texRoot({
    gain: texFactor(rule.gain ?? 1),
    top: texNumber(factorOf(shape) * (summed ? 2 : 1) * rule.scale),
    below: leak === 0 ? below : product,
  });
  const value = root(rule, n, factorOf(shape)) / (shape === 'truncated' ? TRUNCATED_STD : 1);
  const name = spreadName({ ...template, shape });
  const factor = widening(shape, texNumber(TRUNCATED_STD));
  return `${name} = ${factor}${law} = ${texNumber(value)}`;
}
