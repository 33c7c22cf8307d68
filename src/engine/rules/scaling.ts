/**
 * The variance-scaling rules, `Var(W) = gain² · scale / ((1 + leak²) · n)`: LeCun et al. 1998 (scale 1,
 * fan-in), Glorot & Bengio 2010 (scale 1, mean of the fans), He et al. 2015 (scale 2). Draw and formula;
 * the code is in python/scaling.ts.
 */
import type { Draw } from './draw.ts';
import { TRUNCATED_STD } from './draw.ts';
import type { Params } from './params.ts';
import type { Fan, Scaling, ScalingOf } from './rule.ts';
import { resolveScaling, SHAPES } from './rule.ts';
import { texFactor, texNumber, texSquare } from './texNumber.ts';

/** A rule as its row has it. */
type Symbols = ScalingOf<number | string, string, string>;

/** Whether the shape is chosen by a parameter. */
const isOpen = ({ shape }: Symbols): boolean => !SHAPES.some((each) => each === shape);

/** Variance of U(−1, 1) is 1/3, so a limit is √3 times the standard deviation. */
const UNIFORM_FACTOR = 3;

function fanOf(fan: Fan, fanIn: number, fanOut: number): number {
  if (fan === 'fan_avg') return (fanIn + fanOut) / 2;
  return fan === 'fan_out' ? fanOut : fanIn;
}

/** `gain · √(factor · scale / ((1 + leak²) · n))`. */
function root({ scale, fan, gain = 1, leak = 0 }: Scaling, n: number, factor: number): number {
  // The sum of the fans rather than their mean: 2/(nᵢₙ + nₒᵤₜ), as in the paper.
  const both = fan === 'fan_avg' ? 2 : 1;
  return gain * Math.sqrt((factor * both * scale) / ((1 + leak * leak) * (both * n)));
}

/**
 * The limit of a uniform rule, √3 times its standard deviation. Where the factor stands decides the last
 * bit, and links are to give the numbers they have always given: three places, one number.
 */
function limitOf(template: Symbols, rule: Scaling, n: number): number {
  if (isOpen(template)) return Math.sqrt(UNIFORM_FACTOR) * root(rule, n, 1);
  const { scale, leak, gain = 1 } = rule;
  if (leak === undefined) return root(rule, n, UNIFORM_FACTOR);
  return gain * Math.sqrt(UNIFORM_FACTOR * (scale / ((1 + leak * leak) * n)));
}

export function scalingDraw(
  template: Symbols,
  params: Params,
  fanIn: number,
  fanOut: number,
): Draw {
  const rule = resolveScaling(template, params);
  const n = fanOf(rule.fan, fanIn, fanOut);
  if (rule.shape === 'uniform') {
    const limit = limitOf(template, rule, n);
    return { kind: 'uniform', lo: -limit, hi: limit };
  }
  const std = root(rule, n, 1);
  return rule.shape === 'normal'
    ? { kind: 'normal', mean: 0, std }
    : { kind: 'truncated', mean: 0, std: std / TRUNCATED_STD };
}

/** What a rule's formula says, symbols or numbers: `gain √(top / below)`. */
interface Root {
  readonly gain: string;
  readonly top: string;
  readonly below: string;
}

const texRoot = ({ gain, top, below }: Root): string => `${gain}\\sqrt{\\frac{${top}}{${below}}}`;

/** What the spread is called: the limit of a uniform rule is `a`, or `b` where `a` is a slope. */
function spreadName({ shape, leak }: Symbols): string {
  if (shape === 'uniform') return leak === undefined ? 'a' : 'b';
  return shape === 'truncated' ? "\\sigma'" : '\\sigma';
}

const factorOf = (shape: string): number => (shape === 'uniform' ? UNIFORM_FACTOR : 1);
/** Before the root of a rule that is cut at two standard deviations. */
const widening = (shape: string, std: string): string =>
  shape === 'truncated' ? `\\frac{1}{${std}} ` : '';

const FAN_SYMBOLS: Readonly<Record<string, string>> = {
  fan_in: 'n_\\mathrm{in}',
  fan_out: 'n_\\mathrm{out}',
  fan_avg: 'n_\\mathrm{in} + n_\\mathrm{out}',
};

const coefficient = (factor: number, symbol: string): string =>
  factor === 1 ? symbol : `${texNumber(factor)} ${symbol}`;

/** The formula in symbols. */
export function scalingTex(rule: Symbols): string {
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
      // The shape is a parameter: what all of them share.
      const square = typeof gain === 'string' ? 'g^2 ' : '';
      const variance = `\\frac{${square}${parts.top}}{${parts.below}}`;
      return `\\operatorname{Var}(W_{ij}) = \\sigma^2 = ${variance}`;
    }
  }
}

/** The formula of the spread with a layer's numbers in it. */
export function scalingNumbers(
  template: Symbols,
  params: Params,
  fanIn: number,
  fanOut: number,
): string {
  const rule = resolveScaling(template, params);
  const n = fanOf(rule.fan, fanIn, fanOut);
  // Where the shape is a parameter, the formula is that of the standard deviation.
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
