/** `id(key=value,…)`: how an initializer or an activation is written in links and results. */
import { parseNumber, toLatinDigits } from '../math/parseNumber.ts';
import { activation } from './activations.ts';
import { INITIALIZER_IDS, initializer } from './initializer.ts';
import type { Notice, Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import type { ParamSpec, ParamTable, ParamValue } from './params.ts';
import type { ActivationId, ActivationSpec, InitializerId, InitializerSpec, Spec } from './ids.ts';
import { ACTIVATION_IDS } from './ids.ts';

/** The member of a list that equals the text, or `undefined`. */
export function member<T extends string>(list: readonly T[], text: string): T | undefined {
  return list.find((each) => each === text);
}

/** `value` clamped to the limits; −0 becomes 0, so that the printed value reads back the same. */
export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value)) + 0;
}

function parseParam(param: ParamSpec, key: string, text: string): Noticed<ParamValue> {
  if (param.kind === 'choice') {
    const word = member(param.choices, text);
    if (word !== undefined) return { value: word, notices: [] };
    return {
      value: param.default,
      notices: [notice('unknown-value', key, text, param.default)],
    };
  }
  const given = parseNumber(text);
  if (given === undefined) {
    const used = String(param.default);
    return { value: param.default, notices: [notice('not-a-number', key, text, used)] };
  }
  const value = clamp(given, param.min, param.max);
  if (value === given) return { value, notices: [] };
  return { value, notices: [notice('out-of-range', key, text, String(value))] };
}

/** All parameters of the table: given ones clamped, the others at their defaults; unknown ones are dropped. */
function completeParams(
  table: ParamTable,
  key: string,
  given: ReadonlyMap<string, string>,
): Noticed<Record<string, ParamValue>> {
  const notices: Notice[] = [];
  for (const [name, text] of given) {
    const known = Object.hasOwn(table, name);
    if (!known) notices.push(notice('unknown-parameter', `${key}.${name}`, text, ''));
  }
  const entries = Object.entries(table).map(([name, param]): [string, ParamValue] => {
    const text = given.get(name);
    if (text === undefined) return [name, param.default];
    const parsed = parseParam(param, `${key}.${name}`, text);
    notices.push(...parsed.notices);
    return [name, parsed.value];
  });
  return { value: Object.fromEntries(entries), notices };
}

const SHAPE = /^\s*([^()]*?)\s*(?:\(([^()]*)\)\s*)?$/;

/** Splits into `key=value` at commas, except at a decimal comma, `std=0,1`. */
function pairsOf(text: string): readonly string[] {
  const pairs: string[] = [];
  for (const part of text.split(/[,\u060C\uFF0C]/)) {
    const before = pairs.at(-1);
    const goesOn = /^\d+(?:e[+-]?\d+)?$/i.test(toLatinDigits(part.trim()));
    if (goesOn && before !== undefined && /\d$/.test(toLatinDigits(before.trim()))) {
      pairs[pairs.length - 1] = `${before},${part}`;
    } else pairs.push(part);
  }
  return pairs;
}

function parseSpec<Id extends string>(
  ids: readonly Id[],
  paramsOf: (id: Id) => ParamTable,
  key: string,
  text: string,
  fallback: Spec<Id>,
): Noticed<Spec<Id>> {
  const used = printSpec(fallback, paramsOf(fallback.id));
  const match = SHAPE.exec(text);
  if (match === null) return { value: fallback, notices: [notice('malformed', key, text, used)] };
  const id = member(ids, match[1] ?? '');
  if (id === undefined) {
    return { value: fallback, notices: [notice('unknown-value', key, text, used)] };
  }
  const malformed: Notice[] = [];
  const given = new Map<string, string>();
  for (const pair of pairsOf(match[2] ?? '')) {
    const at = pair.indexOf('=');
    if (at > 0) given.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
    else if (pair.trim() !== '') malformed.push(notice('malformed', key, pair, ''));
  }
  const params = completeParams(paramsOf(id), key, given);
  return { value: { id, params: params.value }, notices: [...malformed, ...params.notices] };
}

/** Prints the id with the parameters that differ from their defaults; `id` alone if none does. */
function printSpec<Id extends string>(spec: Spec<Id>, table: ParamTable): string {
  const pairs = Object.entries(table)
    .filter(([name, param]) => (spec.params[name] ?? param.default) !== param.default)
    .map(([name]) => `${name}=${spec.params[name]}`);
  return pairs.length === 0 ? spec.id : `${spec.id}(${pairs.join(',')})`;
}

const initializerParams = (id: InitializerId): ParamTable => initializer(id).params;
const activationParams = (id: ActivationId): ParamTable => activation(id).params;

/** Parses an initializer. Never throws; `key` is the link key for the notices (`lane`, `bias`). */
export function parseInitializer(
  text: string,
  key = 'lane',
  fallback: InitializerSpec = { id: 'zeros', params: {} },
): Noticed<InitializerSpec> {
  return parseSpec(INITIALIZER_IDS, initializerParams, key, text, fallback);
}

/** Parses an activation. Never throws. */
export function parseActivation(
  text: string,
  key = 'act',
  fallback: ActivationSpec = { id: 'relu', params: {} },
): Noticed<ActivationSpec> {
  return parseSpec(ACTIVATION_IDS, activationParams, key, text, fallback);
}

/** `he_normal`, `random_normal(std=0.1)`. */
export const printInitializer = (spec: InitializerSpec): string =>
  printSpec(spec, initializerParams(spec.id));

/** `relu`, `leaky_relu(slope=0.2)`. */
export const printActivation = (spec: ActivationSpec): string =>
  printSpec(spec, activationParams(spec.id));

function complete<Id extends string>(
  spec: Spec<Id>,
  table: ParamTable,
  key: string,
): Noticed<Spec<Id>> {
  const given = new Map(Object.entries(spec.params).map(([name, value]) => [name, String(value)]));
  const params = completeParams(table, key, given);
  return { value: { id: spec.id, params: params.value }, notices: params.notices };
}

/** The spec with all parameters, within their limits. */
export const completeInitializer = (
  spec: InitializerSpec,
  key = 'lane',
): Noticed<InitializerSpec> => complete(spec, initializerParams(spec.id), key);

/** The spec with all parameters, within their limits. */
export const completeActivation = (spec: ActivationSpec): Noticed<ActivationSpec> =>
  complete(spec, activationParams(spec.id), 'act');
