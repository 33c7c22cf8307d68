/** One row per setting of a lane: how its text is read and printed. The keys are the link's keys. */
import { parseNumber } from '../math/parseNumber.ts';
import { BRANCH_LIMIT, DEFAULT_SETTINGS, INPUT_LIMITS, LIMITS } from './config.ts';
import type { LimitedKey } from './config.ts';
import type { Settings } from './lab.ts';
import type { Row } from './rows.ts';
import { clampWithin, into, readSwitch, readWithin, readWord } from './rows.ts';
import type { Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import {
  member,
  parseActivation,
  parseInitializer,
  printActivation,
  printInitializer,
} from '../rules/spec.ts';
import {
  BLOCKS,
  BRANCH_WORDS,
  INPUT_IDS,
  KERNEL_SIZES,
  NETS,
  NORMS,
  PADDINGS,
  PRECISIONS,
} from '../types.ts';
import type { KernelSize } from '../types.ts';

/** The value of an `in` or `out` that follows from the other settings. */
const AUTO = 'auto';

/** Reads an integer setting; `before` is kept if the text is not a number. */
export const readNumber = (key: LimitedKey, text: string, before: number): Noticed<number> =>
  readWithin(key, text, { ...LIMITS[key], whole: true }, before);

function readSize(key: 'in' | 'out', text: string, before: number | null): Noticed<number | null> {
  if (text === AUTO) return { value: null, notices: [] };
  const { min, max } = LIMITS[key];
  const given = parseNumber(text);
  if (given !== undefined) return clampWithin(key, given, { min, max, whole: true }, text);
  return { value: before, notices: [notice('not-a-number', key, text, printSize(before))] };
}

const printSize = (size: number | null): string => (size === null ? AUTO : String(size));

function readKernel(text: string, before: KernelSize): Noticed<KernelSize> {
  const size = KERNEL_SIZES.find((each) => String(each) === text);
  if (size !== undefined) return { value: size, notices: [] };
  return { value: before, notices: [notice('unknown-value', 'kernel', text, String(before))] };
}

const readInput = (
  key: keyof typeof INPUT_LIMITS,
  text: string,
  before: Settings,
): Noticed<number> => readWithin(key, text, { ...INPUT_LIMITS[key], whole: false }, before[key]);

function readBranch(text: string, before: Settings['branch']): Noticed<Settings['branch']> {
  const word = member(BRANCH_WORDS, text);
  if (word !== undefined) return { value: word, notices: [] };
  const given = parseNumber(text);
  if (given !== undefined) return clampWithin('branch', given, { ...BRANCH_LIMIT, whole: false });
  return { value: before, notices: [notice('unknown-value', 'branch', text, String(before))] };
}

export const SETTINGS = {
  act: {
    read: (text, before) => into(parseActivation(text, 'act', before.act), (act) => ({ act })),
    print: (settings) => printActivation(settings.act),
  },
  depth: {
    read: (text, before) => into(readNumber('depth', text, before.depth), (depth) => ({ depth })),
    print: (settings) => String(settings.depth),
  },
  width: {
    read: (text, before) => into(readNumber('width', text, before.width), (width) => ({ width })),
    print: (settings) => String(settings.width),
  },
  in: {
    read: (text, before) => into(readSize('in', text, before.in), (size) => ({ in: size })),
    print: (settings) => printSize(settings.in),
  },
  out: {
    read: (text, before) => into(readSize('out', text, before.out), (size) => ({ out: size })),
    print: (settings) => printSize(settings.out),
  },
  batch: {
    read: (text, before) => into(readNumber('batch', text, before.batch), (batch) => ({ batch })),
    print: (settings) => String(settings.batch),
  },
  input: {
    read: (text, before) =>
      into(readWord(INPUT_IDS, 'input', text, before.input), (input) => ({ input })),
    print: (settings) => settings.input,
  },
  input_mean: {
    read: (text, before) =>
      into(readInput('input_mean', text, before), (mean) => ({ input_mean: mean })),
    print: (settings) => String(settings.input_mean),
  },
  input_std: {
    read: (text, before) =>
      into(readInput('input_std', text, before), (std) => ({ input_std: std })),
    print: (settings) => String(settings.input_std),
  },
  net: {
    read: (text, before) => into(readWord(NETS, 'net', text, before.net), (net) => ({ net })),
    print: (settings) => settings.net,
  },
  kernel: {
    read: (text, before) => into(readKernel(text, before.kernel), (kernel) => ({ kernel })),
    print: (settings) => String(settings.kernel),
  },
  padding: {
    read: (text, before) =>
      into(readWord(PADDINGS, 'padding', text, before.padding), (padding) => ({ padding })),
    print: (settings) => settings.padding,
  },
  block: {
    read: (text, before) =>
      into(readWord(BLOCKS, 'block', text, before.block), (block) => ({ block })),
    print: (settings) => settings.block,
  },
  branch: {
    read: (text, before) => into(readBranch(text, before.branch), (branch) => ({ branch })),
    print: (settings) => String(settings.branch),
  },
  norm: {
    read: (text, before) => into(readWord(NORMS, 'norm', text, before.norm), (norm) => ({ norm })),
    print: (settings) => settings.norm,
  },
  head: {
    read: (text, before) =>
      text === AUTO
        ? { value: { head: null }, notices: [] }
        : into(parseInitializer(text, 'head', before.head ?? undefined), (head) => ({ head })),
    print: (settings) => (settings.head === null ? AUTO : printInitializer(settings.head)),
  },
  bias: {
    read: (text, before) => into(parseInitializer(text, 'bias', before.bias), (bias) => ({ bias })),
    print: (settings) => printInitializer(settings.bias),
  },
  precision: {
    read: (text, before) =>
      into(readWord(PRECISIONS, 'precision', text, before.precision), (precision) => ({
        precision,
      })),
    print: (settings) => settings.precision,
  },
  backward: {
    read: (text, before) =>
      into(readSwitch('backward', text, before.backward), (backward) => ({ backward })),
    print: (settings) => (settings.backward ? '1' : '0'),
  },
  seed: {
    read: (text, before) => into(readNumber('seed', text, before.seed), (seed) => ({ seed })),
    print: (settings) => String(settings.seed),
  },
} as const satisfies Record<keyof Settings, Row<Settings>>;

const ROWS: ReadonlyMap<string, Row<Settings>> = new Map(Object.entries(SETTINGS));

/** The row of a link key; `undefined` if the key is not a setting of a lane. */
export const setting = (key: string): Row<Settings> | undefined => ROWS.get(key);

/** Keys and printed values of the settings a lane overrides, in the table's order. */
export function printOverrides(
  overrides: Partial<Settings>,
): readonly (readonly [string, string])[] {
  const settings = { ...DEFAULT_SETTINGS, ...overrides };
  return [...ROWS]
    .filter(([key]) => Object.hasOwn(overrides, key))
    .map(([key, row]) => [key, row.print(settings)]);
}

/** Keys that a link names even if they have their default values. */
const ALWAYS: ReadonlySet<string> = new Set(['depth', 'width']);

/** Keys and printed values of the settings a link has to name, in the table's order. */
export function changedSettings(settings: Settings): readonly (readonly [string, string])[] {
  return [...ROWS]
    .map(([key, row]): readonly [string, string] => [key, row.print(settings)])
    .filter(([key, text]) => ALWAYS.has(key) || text !== setting(key)?.print(DEFAULT_SETTINGS));
}
