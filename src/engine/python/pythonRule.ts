/** Rules for Python code: with a lane's numbers as literals, or with the parameters as arguments. */
import { initializer } from '../rules/initializer.ts';
import type { InitializerRow } from '../rules/initializers.ts';
import { withDefaults } from '../rules/params.ts';
import type { RuleOf, ScalingOf } from '../rules/rule.ts';
import { mapRule } from '../rules/rule.ts';
import type { InitializerId, InitializerSpec } from '../types.ts';
import { python } from './python.ts';

/** A number is fixed by the rule; a string is a parameter, as a literal or by its name. */
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

/** The rule of a row, with its parameters by name. */
export const namedRule = (id: InitializerId): PythonRule => initializer(id).rule;

/** The rule's parameters as further arguments of a function: `, mode, slope`. */
export const argumentsOf = (id: InitializerId): string =>
  Object.keys(initializer(id).params)
    .map((name) => `, ${name}`)
    .join('');

type Library = keyof NonNullable<InitializerRow['names']>;

/** The library's own name for the rule, if its parameters have the values that the name stands for. */
export function ownName(library: Library, { id, params }: InitializerSpec): string | undefined {
  const { params: table, names } = initializer(id);
  const usual = Object.entries(table).every(
    ([name, param]) => (params[name] ?? param.default) === param.default,
  );
  return usual ? names?.[library] : undefined;
}

/** A part as an expression. */
export const text = (part: PythonPart): string => (typeof part === 'number' ? python(part) : part);

/** A part as a float literal, since some libraries reject integers. */
export const float = (part: PythonPart): string => {
  const literal = text(part);
  return /^-?\d+$/.test(literal) ? `${literal}.0` : literal;
};
