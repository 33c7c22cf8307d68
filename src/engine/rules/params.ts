/** What the tables of initializers and activations say about their parameters. */

/** The value of one parameter: a number, or one word out of a short list (`fan_in`). */
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

/** The values of a table's parameters, every one present and of its kind. */
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

/** The first word is the default. */
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
 * The parameters of a spec with the table's defaults for those it leaves out. Throws where one is of
 * another kind than the table says: specs are to go through spec.ts first, which reports that kindly.
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
