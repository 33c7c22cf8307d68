/** What the tables of initializers and activations say about their parameters. */
import type { ParamValue } from '../types.ts';

export interface NumberParam {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** A sensible increment for a slider. */
  readonly step: number;
}

export interface ChoiceParam {
  readonly kind: 'choice';
  readonly default: string;
  readonly choices: readonly string[];
}

export type ParamSpec = NumberParam | ChoiceParam;
export type ParamTable = Readonly<Record<string, ParamSpec>>;
export type Params = Readonly<Record<string, ParamValue>>;

/** A numeric parameter of a completed spec; NaN where it is missing or a word. */
export function numberParam(params: Params, name: string): number {
  const value = params[name];
  return typeof value === 'number' ? value : Number.NaN;
}

/** A parameter that is one of a list of words; the empty string where it is missing or a number. */
export function choiceParam(params: Params, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}
