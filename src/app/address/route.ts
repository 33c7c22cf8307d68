/**
 * The address; only this file reads or writes it. `#/`, `#/lab?<query>`, `#/train?<query>`,
 * `#/lesson/<chapter>/<step>`, `#/map?<query>`, `#/papers/<row>`, `#/questions/<slug>`, `#/weights`, `#/poster`,
 * `#/class`, `#/notes`.
 */
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
  /** `null` for views without a query. */
  readonly query: LabQuery | null;
  /** Place in the lesson as the address names it, existing or not; `null`: where the reader left off. */
  readonly place: LessonPlace | null;
  /** Row of the papers or slug of a question as the address names it, existing or not. */
  readonly item: string | null;
  readonly options: PageOptions;
  /** Whether the address names a view that does not exist. */
  readonly unknown: boolean;
}

export interface LessonPlace {
  readonly chapter: string;
  /** `null`: the first step. */
  readonly step: string | null;
}

const pathOf = (view: View): string => (view === 'start' ? '#/' : `#/${view}`);

/** Never throws: every text gives a route. */
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

/** The hash of a place in the lesson, followed by the link's own keys. */
export function lessonHash(place: LessonPlace | null, keys: readonly LinkPair[] = []): string {
  const parts = place === null ? [] : [place.chapter, ...(place.step === null ? [] : [place.step])];
  return printHash([pathOf('lesson'), ...parts].join('/'), printPairs(keys));
}

/** Navigates to the hash, as a click on a link would. */
export function navigate(hash: string): void {
  location.hash = hash;
}

export const currentHash = (): string => location.hash;

/** The hash of a view; for the lab and races it includes their whole state. The `more` keys come last. */
export function hashOf(view: View, lab: Lab | null = null, more: readonly LinkPair[] = []): string {
  const stateful = lab !== null && (view === 'lab' || view === 'train' || view === 'map');
  return printHash(pathOf(view), stateful ? printQuery(lab, more) : printPairs(more));
}

/** The keys of the address bar: those of the link, with the language and theme that the reader has chosen since. */
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

/** The hash of a shared link: the state of a view, or the place in the lesson, shown with `options`. */
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

/** The hash of a lab, a race or a map, from a query written by hand. */
export const labHash = (query: string): string => `#/lab?${query}`;
export const raceHash = (query: string): string => `#/train?${query}`;
export const mapHash = (query: string): string => `#/map?${query}`;

/** The hash of a row of the papers or of a question. */
export const itemHash = (view: 'papers' | 'questions', item: string): string =>
  `${pathOf(view)}/${item}`;

/** The full address for a hash, for copying. */
export const addressOf = (hash: string): string => location.href.replace(/#.*$/, '') + hash;

const HASH_UPDATE_MS = 250;
/** The update to come, and the address it is of. */
let waiting: { readonly hash: () => string; readonly from: string } | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let last = '';

function write(): void {
  timer = null;
  const now = currentHash();
  // The reader may have navigated, which `onNavigate` hears of later.
  if (waiting === null || waiting.from !== now) return;
  const hash = waiting.hash();
  if (hash === now) return;
  try {
    history.replaceState(null, '', hash);
    last = hash;
  } catch {
    // Safari throws after 100 calls in 30 seconds; the next change updates the address.
  }
}

/**
 * Updates the address once nothing has changed for a while, without new entries in the history: while a slider moves,
 * each update would take longer than the slider, and so would printing each `hash`.
 */
export function followHash(hash: () => string): void {
  waiting = { hash, from: currentHash() };
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(write, HASH_UPDATE_MS);
}

/** Calls `listener` when the reader navigates: by a link, back, forward or an edited address. */
export function onNavigate(listener: (hash: string) => void): () => void {
  const moved = (): void => {
    if (currentHash() === last) return;
    last = currentHash();
    listener(last);
    // Discards a pending update of the view that was left.
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
