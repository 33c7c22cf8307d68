/**
 * The lab's state as the query of a link, `lane=he_normal;act=tanh&depth=20`, and back. Reading never
 * throws and always gives a lab that runs; printing gives the shortest text that reads back the same.
 */
import { DEFAULT_LAB, DEFAULT_SETTINGS, LIMITS } from './config.ts';
import type { Lab, LabLane, Settings } from './lab.ts';
import type { Notice, Noticed } from '../notice.ts';
import { notice, ofLane } from '../notice.ts';
import { changedSettings, printOverrides, readNumber, setting } from './settings.ts';
import { parseInitializer, printInitializer } from '../rules/spec.ts';

/** Keys of training, which a lane may have for itself; train/config.ts reads them. */
const TRAIN_KEYS = ['lr', 'steps', 'momentum', 'train_batch', 'rescue', 'nudge'] as const;
/** Keys that mean something to the page or to training; handed on as they stand. */
export const PAGE_KEYS = ['hide', 'lang', 'theme', 'embed', 'present', ...TRAIN_KEYS] as const;

export interface LabQuery {
  readonly lab: Lab;
  /** Raw values of PAGE_KEYS. */
  readonly page: Readonly<Record<string, string>>;
  readonly notices: readonly Notice[];
}

const MOST_NOTICES = 40;

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  let decoded = spaced;
  try {
    decoded = decodeURIComponent(spaced);
  } catch {
    // A stray % is part of the value.
  }
  return decoded.replaceAll(/\p{Surrogate}/gu, '\uFFFD').trim();
}

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3D', '=').replaceAll('%3B', ';');

/** `[key, value]` of every part; the first `=` divides. */
function pairs(text: string, separator: string): readonly (readonly [string, string])[] {
  return text
    .split(separator)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    });
}

interface Read {
  readonly changes: Partial<Settings>;
  readonly page: Readonly<Record<string, string>>;
  readonly notices: readonly Notice[];
}

function readSettings(
  given: readonly (readonly [string, string])[],
  before: Settings,
  others: readonly string[],
): Read {
  const changes: Partial<Settings> = {};
  const page: Record<string, string> = {};
  const notices: Notice[] = [];
  const seen = new Set<string>();
  for (const [key, text] of given) {
    const row = setting(key);
    if (row === undefined && !others.includes(key)) {
      notices.push(notice('unknown-key', key.slice(0, 40), text, ''));
      continue;
    }
    if (seen.has(key)) notices.push(notice('repeated', key, text, text));
    seen.add(key);
    if (row === undefined) {
      page[key] = text;
    } else {
      const read = row.read(text, before);
      Object.assign(changes, read.value);
      notices.push(...read.notices);
    }
  }
  return { changes, page, notices };
}

function readLane(text: string, index: number, settings: Settings): Noticed<LabLane> {
  const [head = '', ...rest] = text.split(';');
  const fallback = (DEFAULT_LAB.lanes[index] ?? DEFAULT_LAB.lanes[0])?.initializer;
  const initializer = parseInitializer(head, 'lane', fallback);
  const overrides = readSettings(pairs(rest.join(';'), ';'), settings, TRAIN_KEYS);
  const notices = ofLane(index, [...initializer.notices, ...overrides.notices]);
  const { changes, page } = overrides;
  const own = Object.keys(page).length === 0 ? {} : { train: page };
  return { value: { initializer: initializer.value, overrides: changes, ...own }, notices };
}

/** A query without or with its leading `?`; any text at all. */
export function parseQuery(query: string): LabQuery {
  const given = pairs(query.replace(/^\?/, ''), '&').map(
    ([key, text]) => [decode(key), decode(text)] as const,
  );
  const common = given.filter(([key]) => key !== 'lane' && key !== 'seeds');
  const { changes, page, notices } = readSettings(common, DEFAULT_SETTINGS, PAGE_KEYS);
  const settings = { ...DEFAULT_SETTINGS, ...changes };

  const texts = given.filter(([key]) => key === 'lane').map(([, text]) => text);
  const most = LIMITS.lanes.max;
  const lanes = texts.slice(0, most).map((text, index) => readLane(text, index, settings));
  const excess =
    texts.length > most
      ? [notice('too-many-lanes', 'lane', String(texts.length), String(most))]
      : [];

  const last = given.findLast(([key]) => key === 'seeds');
  const seeds: Noticed<number> =
    last === undefined ? { value: 1, notices: [] } : readNumber('seeds', last[1], 1);

  const all = [notices, excess, ...lanes.map((lane) => lane.notices), seeds.notices].flat();
  return {
    lab: {
      settings,
      lanes: lanes.length === 0 ? DEFAULT_LAB.lanes : lanes.map((lane) => lane.value),
      seeds: seeds.value,
    },
    page,
    notices: all.slice(0, MOST_NOTICES),
  };
}

/** `he_normal;act=tanh`: the value of a `lane` key, before URL encoding. */
export function printLane({ initializer, overrides, train = {} }: LabLane): string {
  const parts = [...printOverrides(overrides), ...Object.entries(train)];
  return [printInitializer(initializer), ...parts.map((part) => part.join('='))].join(';');
}

/** The shortest query that reads back as this lab; empty for the default one. */
export function printQuery(lab: Lab, page: Readonly<Record<string, string>> = {}): string {
  const lanes = lab.lanes.map(printLane);
  const same = lanes.join('&') === DEFAULT_LAB.lanes.map(printLane).join('&');
  const parts: readonly (readonly [string, string])[] = [
    ...(same ? [] : lanes.map((lane) => ['lane', lane] as const)),
    ...changedSettings(lab.settings),
    ...(lab.seeds === 1 ? [] : [['seeds', String(lab.seeds)] as const]),
    ...Object.entries(page),
  ];
  return parts.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&');
}
