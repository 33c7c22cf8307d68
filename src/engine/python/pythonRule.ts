/** A rule as Python writes it: with a lane's numbers in it, or with the parameters as arguments. */
import { initializer } from '../rules/initializer.ts';
import type { InitializerRow } from '../rules/initializers.ts';
import { withDefaults } from '../rules/params.ts';
import type { RuleOf, ScalingOf } from '../rules/rule.ts';
import { mapRule } from '../rules/rule.ts';
import type { InitializerId, InitializerSpec } from '../types.ts';
import { python } from './python.ts';

/** A number is the rule's own; a text is a parameter, as a literal or by its name. */
export type PythonPart = number | string;
export type PythonRule = RuleOf<PythonPart, string, string>;
export type PythonScaling = ScalingOf<PythonPart, string, string>;

/** The rule of a spec with its numbers as literals. */
export function literalRule({ id, params }: InitializerSpec): PythonRule {
  const { params: table, rule } = initializer(id);
  const given = withDefaults(table, params);
  const word = (part: string): string => String(given[part] ?? part);
  const number = (part: PythonPart): PythonPart =>
    typeof part === 'number' ? part : python(given[part] ?? part);
  return mapRule(rule, number, word, word);
}

/** The rule of a row, its parameters as the arguments of a function. */
export const namedRule = (id: InitializerId): PythonRule => initializer(id).rule;

/** `, mode, slope`: the arguments it takes. */
export const argumentsOf = (id: InitializerId): string =>
  Object.keys(initializer(id).params)
    .map((name) => `, ${name}`)
    .join('');

type Library = keyof NonNullable<InitializerRow['names']>;

/** What the library calls the rule by itself, where the parameters are those it is called for. */
export function ownName(library: Library, { id, params }: InitializerSpec): string | undefined {
  const { params: table, names } = initializer(id);
  const usual = Object.entries(table).every(
    ([name, param]) => (params[name] ?? param.default) === param.default,
  );
  return usual ? names?.[library] : undefined;
}

/** A part as an expression. */
export const text = (part: PythonPart): string => (typeof part === 'number' ? python(part) : part);

/** A float where Python would read an integer: some libraries insist. */
export const float = (part: PythonPart): string => {
  const literal = text(part);
  return /^-?\d+$/.test(literal) ? `${literal}.0` : literal;
};
