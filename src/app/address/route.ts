/** The address: the only place that reads or writes it. `#/`, `#/lab?<query>`, `#/train?<query>`, `#/lesson/<chapter>/<step>`, `#/map?<query>`, `#/papers/<row>`, `#/questions/<slug>`, `#/weights`, `#/poster`, `#/class`, `#/notes`. */
import type { Lab } from '../../engine/lab/lab.ts';
import { parseQuery, printPairs, printQuery } from '../../engine/lab/query.ts';
import type { LabQuery, LinkPair } from '../../engine/lab/query.ts';
import { parseMap } from '../../engine/map/mapQuery.ts';
import { printTrain } from '../../engine/lab/trainSettings.ts';
import type { State } from '../../store/state/types.ts';
import { addressOptions, readPageOptions, sharedOptions } from './pageOptions.ts';
import type { PageOptions } from './pageOptions.ts';

export const VIEWS = [
  'start',
  'lesson',
  'lab',
  'train',
  'map',
  'weights',
  'papers',
  'questions',
  'class',
  'poster',
  'notes',
] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  readonly view: View;
  /** Of views that have one. */
  readonly query: LabQuery | null;
  /** Of the lesson, as the address names them, whether they exist or not; `null`: where the reader left. */
  readonly place: LessonPlace | null;
  /** Of the papers a row, of the questions a slug, as the address names it, whether it exists or not. */
  readonly item: string | null;
  readonly options: PageOptions;
  /** The address named no view that exists. */
  readonly unknown: boolean;
}

export interface LessonPlace {
  readonly chapter: string;
  /** `null`: the first. */
  readonly step: string | null;
}

const pathOf = (view: View): string => (view === 'start' ? '#/' : `#/${view}`);

/** Any text at all gives a route. */
export function parseRoute(hash: string): Route {
  const [path = '', ...rest] = hash.replace(/^#/, '').split('?');
  const name = path.replace(/^\/+|\/+$/g, '');
  const read = parseQuery(rest.join('?'), name === 'train' ? 'race' : 'lab');
  const { options, notices } = readPageOptions(read.page);
  const route = { query: null, place: null, item: null, options, unknown: false };
  if (name === 'lab' || name === 'train') {
    const query = { ...read, notices: [...notices, ...read.notices] };
    return { ...route, view: name, query };
  }
  if (name === 'notes' || name === 'weights' || name === 'poster' || name === 'class')
    return { ...route, view: name };
  if (name === 'map') {
    const { query } = parseMap(rest.join('?'));
    return { ...route, view: name, query: { ...query, notices: [...notices, ...query.notices] } };
  }
  const [view, chapter = '', step = ''] = name.split('/');
  if (view === 'papers' || view === 'questions') return { ...route, view, item: chapter || null };
  if (view === 'lesson') {
    const place = chapter === '' ? null : { chapter, step: step === '' ? null : step };
    return { ...route, view, place };
  }
  return { ...route, view: 'start', unknown: name !== '' };
}

const printHash = (path: string, query: string): string =>
  query === '' ? path : `${path}?${query}`;

/** The hash of a place in the lesson; the link's own keys go along. */
export function lessonHash(place: LessonPlace | null, keys: readonly LinkPair[] = []): string {
  const parts = place === null ? [] : [place.chapter, ...(place.step === null ? [] : [place.step])];
  return printHash([pathOf('lesson'), ...parts].join('/'), printPairs(keys));
}

/** Goes there, as a click on a link would. */
export function navigate(hash: string): void {
  location.hash = hash;
}

export const currentHash = (): string => location.hash;

/** The hash of a view; of lab and races with their whole state, which `more` keys follow. */
export function hashOf(view: View, lab: Lab | null = null, more: readonly LinkPair[] = []): string {
  const stateful = lab !== null && (view === 'lab' || view === 'train' || view === 'map');
  return printHash(pathOf(view), stateful ? printQuery(lab, more) : printPairs(more));
}

/** What the address bar says: the link's own keys, with language and theme as the reader has chosen since. */
export function addressKeys(
  view: View,
  options: PageOptions,
  state: Pick<State, 'language' | 'theme' | 'train' | 'presenting'>,
): readonly LinkPair[] {
  const { language, theme, presenting } = state;
  const now: PageOptions = {
    ...options,
    present: presenting,
    language: options.language === null ? null : language,
    theme: options.theme === null ? null : theme,
  };
  return [
    ...addressOptions(now, view === 'lesson' ? null : ''),
    ...(view === 'train' || view === 'map' ? printTrain(state.train) : []),
  ];
}

/** A link to give away: the state of a view, or the place in the lesson, as `options` want it shown. */
export function sharedHash(
  { view, place, item }: Pick<Route, 'view' | 'place' | 'item'>,
  { lab, train }: Pick<State, 'lab' | 'train'>,
  options: PageOptions,
): string {
  const keys = sharedOptions(options);
  if (view === 'lesson') return lessonHash(place, keys);
  if (item !== null) return printHash(`${pathOf(view)}/${item}`, printPairs(keys));
  const trained = view === 'train' || view === 'map' ? printTrain(train) : [];
  return hashOf(view, lab, [...trained, ...keys]);
}

/** The hash of a lab, a race or a map written by hand. */
export const labHash = (query: string): string => `#/lab?${query}`;
export const raceHash = (query: string): string => `#/train?${query}`;
export const mapHash = (query: string): string => `#/map?${query}`;

/** The hash of one row of the papers, or of one question. */
export const itemHash = (view: 'papers' | 'questions', item: string): string =>
  `${pathOf(view)}/${item}`;

/** The whole address of a hash, for copying. */
export const addressOf = (hash: string): string => location.href.replace(/#.*$/, '') + hash;

const HASH_UPDATE_MS = 250;
let waiting: string | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let last = '';

function write(): void {
  timer = null;
  if (waiting === null || waiting === currentHash()) return;
  try {
    history.replaceState(null, '', waiting);
    last = waiting;
  } catch {
    // Safari takes a hundred in half a minute; the next change brings the address up to date.
  }
}

/** Lets the address follow the state, at most four times per second; no new entry in the history. */
export function followHash(hash: string): void {
  waiting = hash;
  timer ??= setTimeout(write, HASH_UPDATE_MS);
}

/** Calls back when the reader moves: a link, back, forward, a hand-edited address. */
export function onNavigate(listener: (hash: string) => void): () => void {
  const moved = (): void => {
    if (currentHash() === last) return;
    last = currentHash();
    listener(last);
    // What the view that is left still wanted written is not this address.
    waiting = null;
  };
  window.addEventListener('hashchange', moved);
  window.addEventListener('popstate', moved);
  return () => {
    window.removeEventListener('hashchange', moved);
    window.removeEventListener('popstate', moved);
  };
}

export const reload = (): void => location.reload();
