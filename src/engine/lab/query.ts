/**
 * The lab's state as the query of a link, `lane=he_normal;act=tanh&depth=20`, and back. Reading never
 * throws and always gives a lab that runs; printing gives the shortest text that reads back the same.
 */
import { DEFAULT_LAB, defaultSettings, LIMITS, MIN_DEPTH } from './config.ts';
import type { Stage } from './config.ts';
import type { Lab, LabLane, Settings } from './lab.ts';
import type { Notice, Noticed } from '../notice.ts';
import { notice, ofLane } from '../notice.ts';
import { sizesFor, sizesOfLane } from './netSizes.ts';
import { changedSettings, printOverrides, readNumber, setting } from './settings.ts';
import type { TrainSettings } from './trainSettings.ts';
import { DEFAULT_TRAIN, printOwnTrain, trainSetting } from './trainSettings.ts';
import { member, parseInitializer, printInitializer } from '../rules/spec.ts';

/** Keys that only the page interprets; their values are passed on unchanged. */
const PAGE_KEYS = ['hide', 'lang', 'theme', 'embed', 'present'] as const;
export type PageKey = (typeof PAGE_KEYS)[number];

export interface LabQuery {
  readonly lab: Lab;
  /** Training settings common to all lanes of a race. */
  readonly train: TrainSettings;
  readonly page: Readonly<Partial<Record<PageKey, string>>>;
  readonly notices: readonly Notice[];
}

const MAX_NOTICES = 40;

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

type Pair = readonly [key: string, value: string];
/** A value of `null` means a key without `=`. */
export type LinkPair = readonly [key: string, value: string | null];

/** `[key, value]` of every part, split at the first `=`. */
function pairs(text: string, separator: string): readonly Pair[] {
  return text
    .split(separator)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    });
}

/** The context in which the keys of a lane, or of all lanes, are read. */
interface Before {
  readonly stage: Stage;
  readonly settings: Settings;
  /** The settings that the link names. */
  readonly named: Partial<Settings>;
  readonly train: TrainSettings;
}

interface Read {
  readonly settings: Partial<Settings>;
  readonly train: Partial<TrainSettings>;
  readonly page: LabQuery['page'];
  readonly notices: readonly Notice[];
}

/** Raises the depth to the minimum of the stage: 1 in the lab, 0 in a race. */
function onStage(
  stage: Stage,
  text: string,
  read: Noticed<Partial<Settings>>,
): Noticed<Partial<Settings>> {
  const min = MIN_DEPTH[stage];
  if ((read.value.depth ?? min) >= min) return read;
  return {
    value: { depth: min },
    notices: [notice('out-of-range', 'depth', text, String(min))],
  };
}

function readKeys(given: readonly Pair[], before: Before, pageKeys: readonly PageKey[]): Read {
  const settings: Partial<Settings> = {};
  const train: Partial<TrainSettings> = {};
  const page: Partial<Record<PageKey, string>> = {};
  const notices: Notice[] = [];
  const seen = new Set<string>();
  for (const [key, text] of given) {
    const pageKey = member(pageKeys, key);
    const row = setting(key);
    const own = row && onStage(before.stage, text, row.read(text, before.settings));
    const trained = trainSetting(key)?.read(text, before.train);
    if (own === undefined && trained === undefined && pageKey === undefined) {
      notices.push(notice('unknown-key', key.slice(0, 40), text, ''));
      continue;
    }
    if (seen.has(key)) notices.push(notice('repeated', key, text, text));
    seen.add(key);
    if (pageKey !== undefined) page[pageKey] = text;
    Object.assign(settings, own?.value);
    Object.assign(train, trained?.value);
    notices.push(...(own?.notices ?? []), ...(trained?.notices ?? []));
  }
  return { settings, train, page, notices };
}

function readLane(text: string, index: number, before: Before): Noticed<LabLane> {
  const [head = '', ...rest] = text.split(';');
  const fallback = (DEFAULT_LAB.lanes[index] ?? DEFAULT_LAB.lanes[0])?.initializer;
  const initializer = parseInitializer(head, 'lane', fallback);
  const { settings, train, notices } = readKeys(pairs(rest.join(';'), ';'), before, []);
  const own = Object.keys(train).length === 0 ? {} : { train };
  const lane = sizesOfLane(
    { initializer: initializer.value, overrides: settings, ...own },
    before.settings,
    before.named,
    before.stage,
  );
  return {
    value: lane.value,
    notices: ofLane(index, [...initializer.notices, ...notices, ...lane.notices]),
  };
}

/** Parses any text, with or without a leading `?`. Settings it does not name get the defaults of the stage. */
export function parseQuery(query: string, stage: Stage = 'lab'): LabQuery {
  const usual = defaultSettings(stage);
  const given = pairs(query.replace(/^\?/, ''), '&').map(
    ([key, text]) => [decode(key), decode(text)] as const,
  );
  const common = given.filter(([key]) => key !== 'lane' && key !== 'seeds');
  const before = { settings: usual, named: {}, train: DEFAULT_TRAIN, stage };
  const read = readKeys(common, before, PAGE_KEYS);
  const sizes = sizesFor(read.settings.net ?? usual.net, read.settings, stage);
  const settings = { ...usual, ...read.settings, ...sizes.value };
  const train = { ...DEFAULT_TRAIN, ...read.train };

  const texts = given.filter(([key]) => key === 'lane').map(([, text]) => text);
  const most = LIMITS.lanes.max;
  const lanes = texts
    .slice(0, most)
    .map((text, index) => readLane(text, index, { settings, named: read.settings, train, stage }));

  const excess =
    texts.length > most
      ? [notice('too-many-lanes', 'lane', String(texts.length), String(most))]
      : [];

  const last = given.findLast(([key]) => key === 'seeds');
  const seeds: Noticed<number> =
    last === undefined ? { value: 1, notices: [] } : readNumber('seeds', last[1], 1);

  const all = [
    read.notices,
    sizes.notices,
    excess,
    ...lanes.map((lane) => lane.notices),
    seeds.notices,
  ].flat();
  return {
    lab: {
      settings,
      lanes: lanes.length === 0 ? DEFAULT_LAB.lanes : lanes.map((lane) => lane.value),
      seeds: seeds.value,
    },
    train,
    page: read.page,
    notices: all.slice(0, MAX_NOTICES),
  };
}

/** `he_normal;act=tanh`: the value of a `lane` key, before URL encoding. */
export function printLane({ initializer, overrides, train = {} }: LabLane): string {
  const parts = [...printOverrides(overrides), ...printOwnTrain(train)];
  return [printInitializer(initializer), ...parts.map((part) => part.join('='))].join(';');
}

/** Pairs as the query of a link; a `null` value prints the key without `=`. */
export const printPairs = (pairs: readonly LinkPair[]): string =>
  pairs
    .map(([key, value]) => (value === null ? encode(key) : `${encode(key)}=${encode(value)}`))
    .join('&');

/**
 * The shortest query that reads back as this lab, followed by `more`. It always names depth and width, so that
 * it keeps its meaning when those defaults change.
 */
export function printQuery(lab: Lab, more: readonly LinkPair[] = []): string {
  const lanes = lab.lanes.map(printLane);
  const same = lanes.join('&') === DEFAULT_LAB.lanes.map(printLane).join('&');
  return printPairs([
    ...(same ? [] : lanes.map((lane) => ['lane', lane] as const)),
    ...changedSettings(lab.settings),
    ...(lab.seeds === 1 ? [] : [['seeds', String(lab.seeds)] as const]),
    ...more,
  ]);
}
