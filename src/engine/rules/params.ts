/** Parameters of initializers and activations, as described in the tables. */

/** The value of a parameter: a number, or a word from a short list (`fan_in`). */
export type ParamValue = number | string;

export interface NumberParam {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** A sensible increment for a slider. */
  readonly step: number;
}

export interface ChoiceParam<Word extends string = string> {
  readonly kind: 'choice';
  readonly default: Word;
  readonly choices: readonly Word[];
}

export type ParamSpec = NumberParam | ChoiceParam;
export type ParamTable = Readonly<Record<string, ParamSpec>>;
export type Params = Readonly<Record<string, ParamValue>>;

/** The values of all parameters of a table, with their types. */
export type ParamsOf<Table extends ParamTable> = {
  readonly [Name in keyof Table]: Table[Name] extends ChoiceParam<infer Word> ? Word : number;
};

export const number = (initial: number, min: number, max: number, step: number): NumberParam => ({
  kind: 'number',
  default: initial,
  min,
  max,
  step,
});

/** A parameter with a list of words; the first is the default. */
export const choice = <Word extends string>(
  first: Word,
  ...others: readonly Word[]
): ChoiceParam<Word> => ({ kind: 'choice', default: first, choices: [first, ...others] });

function fits(param: ParamSpec, value: ParamValue | undefined): boolean {
  if (param.kind === 'number') return typeof value === 'number';
  return param.choices.some((word) => word === value);
}

const isComplete = <Table extends ParamTable>(
  table: Table,
  params: Params,
): params is Params & ParamsOf<Table> =>
  Object.entries(table).every(([name, param]) => fits(param, params[name]));

/**
 * The parameters of a spec, completed with the defaults of the table. Throws if one has the wrong type;
 * user input must go through spec.ts first, which reports this as a notice.
 */
export function withDefaults<Table extends ParamTable>(
  table: Table,
  given: Params,
): ParamsOf<Table> {
  const defaults = Object.entries(table).map(([name, param]) => [name, param.default] as const);
  const params: Params = { ...Object.fromEntries(defaults), ...given };
  if (!isComplete(table, params)) {
    throw new TypeError(
      `parameters ${JSON.stringify(given)} do not fit their table; complete them`,
    );
  }
  return params;
}
