/**
 * What an initializer does, as data. The draw (ruleDraw.ts), the formula (formula.ts) and the code in four
 * libraries (python/) are derived from the rule.
 */
import type { ChoiceParam, NumberParam, ParamTable, Params } from './params.ts';

export const FANS = ['fan_in', 'fan_out', 'fan_avg'] as const;
/** Fan-in, fan-out, or their mean. */
export type Fan = (typeof FANS)[number];

export const SHAPES = ['normal', 'truncated', 'uniform'] as const;
/** `truncated`: cut at two standard deviations and rescaled to the intended variance. */
export type Shape = (typeof SHAPES)[number];

/** Variance `gain² · scale / ((1 + leak²) · fan)`, mean 0. */
export interface ScalingOf<Number, FanWord, ShapeWord> {
  readonly kind: 'scaling';
  readonly scale: Number;
  readonly fan: FanWord;
  readonly shape: ShapeWord;
  readonly gain?: Number;
  /** The slope of a leaky ReLU for x < 0 (He et al. 2015, eq. 15). */
  readonly leak?: Number;
}

export type RuleOf<Number, FanWord, ShapeWord> =
  | ScalingOf<Number, FanWord, ShapeWord>
  | { readonly kind: 'constant'; readonly value: Number }
  /** Uniform between two ends, given in any order. */
  | { readonly kind: 'uniform'; readonly ends: readonly [Number, Number] }
  | { readonly kind: 'normal'; readonly mean: Number; readonly std: Number }
  /** `std` is that of the normal distribution before it is cut at mean ± 2 std. */
  | { readonly kind: 'truncated'; readonly mean: Number; readonly std: Number }
  /** Orthonormal rows or columns, whichever are fewer, times gain. */
  | { readonly kind: 'orthogonal'; readonly gain: Number }
  /** `gain` on the main diagonal, zero elsewhere. */
  | { readonly kind: 'identity'; readonly gain: Number }
  /** Normal, with `⌈sparsity · fan-out⌉` entries of every column set to zero. */
  | { readonly kind: 'sparse'; readonly sparsity: Number; readonly std: Number }
  /** Orthonormal, then scaled according to the data. */
  | { readonly kind: 'lsuv' };

/** A scaling rule with all its values. */
export type Scaling = ScalingOf<number, Fan, Shape>;

type NamesOf<Table extends ParamTable, Kind> = {
  [Name in keyof Table & string]: Table[Name] extends Kind ? Name : never;
}[keyof Table & string];

/** A rule as written in a row: each part is a value or the name of one of the row's parameters. */
export type Template<Table extends ParamTable> = RuleOf<
  number | NamesOf<Table, NumberParam>,
  Fan | NamesOf<Table, ChoiceParam<Fan>>,
  Shape | NamesOf<Table, ChoiceParam<Shape>>
>;
/** The template of any row. */
export type AnyTemplate = RuleOf<number | string, string, string>;

/** The scaling rule with each part replaced by its image under the given functions. */
export function mapScaling<A, B, FanA, FanB, ShapeA, ShapeB>(
  rule: ScalingOf<A, FanA, ShapeA>,
  number: (part: A) => B,
  fan: (part: FanA) => FanB,
  shape: (part: ShapeA) => ShapeB,
): ScalingOf<B, FanB, ShapeB> {
  return {
    kind: 'scaling',
    scale: number(rule.scale),
    fan: fan(rule.fan),
    shape: shape(rule.shape),
    ...(rule.gain === undefined ? {} : { gain: number(rule.gain) }),
    ...(rule.leak === undefined ? {} : { leak: number(rule.leak) }),
  };
}

/** The rule with each part replaced by its image under the given functions. */
export function mapRule<A, B, FanA, FanB, ShapeA, ShapeB>(
  rule: RuleOf<A, FanA, ShapeA>,
  number: (part: A) => B,
  fan: (part: FanA) => FanB,
  shape: (part: ShapeA) => ShapeB,
): RuleOf<B, FanB, ShapeB> {
  switch (rule.kind) {
    case 'scaling':
      return mapScaling(rule, number, fan, shape);
    case 'constant':
      return { kind: rule.kind, value: number(rule.value) };
    case 'uniform':
      return { kind: rule.kind, ends: [number(rule.ends[0]), number(rule.ends[1])] };
    case 'normal':
    case 'truncated':
      return { kind: rule.kind, mean: number(rule.mean), std: number(rule.std) };
    case 'orthogonal':
    case 'identity':
      return { kind: rule.kind, gain: number(rule.gain) };
    case 'sparse':
      return { kind: rule.kind, sparsity: number(rule.sparsity), std: number(rule.std) };
    case 'lsuv':
      return rule;
  }
}

const wordOf = <Word extends string>(words: readonly Word[], text: unknown): Word => {
  const word = words.find((each) => each === text);
  if (word === undefined) throw new TypeError(`${String(text)} is not one of ${words.join(', ')}`);
  return word;
};

/** Functions that resolve the parts of a template, given all parameters of its row. */
export function partsIn(params: Params) {
  return {
    number: (part: number | string): number => {
      const value = typeof part === 'number' ? part : params[part];
      if (typeof value !== 'number') throw new TypeError(`parameter ${part} is not a number`);
      return value;
    },
    fan: (part: string): Fan => wordOf(FANS, params[part] ?? part),
    shape: (part: string): Shape => wordOf(SHAPES, params[part] ?? part),
  };
}

/** The rule with the parameters substituted. */
export function resolveScaling(
  template: ScalingOf<number | string, string, string>,
  params: Params,
): Scaling {
  const { number, fan, shape } = partsIn(params);
  return mapScaling(template, number, fan, shape);
}
