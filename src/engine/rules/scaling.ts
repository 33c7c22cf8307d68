/**
 * The variance-scaling rules, `Var(W) = gain² · scale / ((1 + leak²) · n)`: LeCun et al. 1998 (scale 1,
 * fan-in), Glorot & Bengio 2010 (scale 1, mean of the fans), He et al. 2015 (scale 2). The
 * formula is in scalingFormula.ts, the code in python/scaling.ts.
 */
import type { Draw } from './draw.ts';
import { TRUNCATED_STD } from './draw.ts';
import type { Params } from './params.ts';
import type { Fan, Scaling, ScalingOf } from './rule.ts';
import { resolveScaling, SHAPES } from './rule.ts';

/** A scaling rule as written in its row. */
export type ScalingTemplate = ScalingOf<number | string, string, string>;

/** Whether the shape is a parameter. */
export const isOpen = ({ shape }: ScalingTemplate): boolean =>
  !SHAPES.some((each) => each === shape);

/** The variance of U(−1, 1) is 1/3, so the limit is √3 times the standard deviation. */
export const UNIFORM_FACTOR = 3;

export function fanOf(fan: Fan, fanIn: number, fanOut: number): number {
  if (fan === 'fan_avg') return (fanIn + fanOut) / 2;
  return fan === 'fan_out' ? fanOut : fanIn;
}

/** `gain · √(factor · scale / ((1 + leak²) · n))`. */
export function root(
  { scale, fan, gain = 1, leak = 0 }: Scaling,
  n: number,
  factor: number,
): number {
  // The sum of the fans rather than their mean: 2/(nᵢₙ + nₒᵤₜ), as in the paper.
  const both = fan === 'fan_avg' ? 2 : 1;
  return gain * Math.sqrt((factor * both * scale) / ((1 + leak * leak) * (both * n)));
}

/**
 * The limit of a uniform rule, √3 times its standard deviation. The three formulas are equal up to rounding;
 * they are kept so that existing links give bitwise the same numbers.
 */
function limitOf(template: ScalingTemplate, rule: Scaling, n: number): number {
  if (isOpen(template)) return Math.sqrt(UNIFORM_FACTOR) * root(rule, n, 1);
  const { scale, leak, gain = 1 } = rule;
  if (leak === undefined) return root(rule, n, UNIFORM_FACTOR);
  return gain * Math.sqrt(UNIFORM_FACTOR * (scale / ((1 + leak * leak) * n)));
}

/** The draw of a scaling rule for given fans. */
export function scalingDraw(
  template: ScalingTemplate,
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
