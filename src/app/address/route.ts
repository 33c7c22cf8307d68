/** The address: the only place that reads or writes it. `#/`, `#/lab?<query>`, `#/train?<query>`, `#/lesson/<chapter>/<step>`, `#/notes`. */
import type { Lab } from '../../engine/lab/lab.ts';
import { parseQuery, printQuery } from '../../engine/lab/query.ts';
import type { LabQuery } from '../../engine/lab/query.ts';
import { printTrain } from '../../engine/train/config.ts';
import type { State } from '../../store/state/types.ts';

export const VIEWS = ['start', 'lesson', 'lab', 'train', 'notes'] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  readonly view: View;
  /** Of views that have one. */
  readonly query: LabQuery | null;
  /** Of the lesson, as the address names them, whether they exist or not; `null`: where the reader left. */
  readonly place: LessonPlace | null;
  /** The keys of the link that are not the lab's: hide, lang, theme and those of training. */
  readonly page: Readonly<Record<string, string>>;
  /** The address named no view that exists. */
  readonly unknown: boolean;
}

export interface LessonPlace {
  readonly chapter: string;
  /** `null`: the first. */
  readonly step: string | null;
}

const PATHS = {
  start: '#/',
  lesson: '#/lesson',
  lab: '#/lab',
  train: '#/train',
  notes: '#/notes',
} as const satisfies Record<View, string>;

/** Any text at all gives a route. */
export function parseRoute(hash: string): Route {
  const [path = '', ...rest] = hash.replace(/^#/, '').split('?');
  const name = path.replace(/^\/+|\/+$/g, '');
  const query = parseQuery(rest.join('?'));
  const { page } = query;
  if (name === 'lab' || name === 'train') {
    return { view: name, query, place: null, page, unknown: false };
  }
  if (name === 'notes') return { view: name, query: null, place: null, page, unknown: false };
  const [view, chapter = '', step = ''] = name.split('/');
  if (view === 'lesson') {
    const place = chapter === '' ? null : { chapter, step: step === '' ? null : step };
    return { view, query: null, place, page, unknown: false };
  }
  return { view: 'start', query: null, place: null, page, unknown: name !== '' };
}

/** The hash of a step; the link's own keys go along. */
export function lessonHash(chapter: string, step: string, page: Route['page'] = {}): string {
  return withKeys(`${PATHS.lesson}/${chapter}/${step}`, page);
}

/** Goes there, as a click on a link would. */
export function navigate(hash: string): void {
  location.hash = hash;
}

export const currentHash = (): string => location.hash;

/** The hash of a view; of lab and races with their whole state. */
export function hashOf(
  view: View,
  lab: Lab | null,
  page: Readonly<Record<string, string>>,
): string {
  const query = view !== 'start' && lab !== null ? printQuery(lab, page) : '';
  return query === '' ? PATHS[view] : `${PATHS[view]}?${query}`;
}

/**
 * The link's own keys; of language and theme it holds what the reader has chosen since, of a race how it
 * is trained now.
 */
export function currentPage(
  view: View,
  page: Route['page'],
  state: Pick<State, 'language' | 'theme' | 'train' | 'presenting'>,
): Route['page'] {
  const { language, theme, train, presenting } = state;
  const own = ['hide', 'embed'].flatMap((key) => {
    const value = page[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    ...Object.fromEntries(own),
    ...(presenting ? { present: '' } : {}),
    ...(page['lang'] === undefined ? {} : { lang: language }),
    ...(page['theme'] === undefined ? {} : { theme }),
    ...(view === 'train' ? printTrain(train) : {}),
  };
}

/** Whether the link wants the stage alone, inside another page. */
export const isEmbedded = (page: Route['page']): boolean => page['embed'] !== undefined;

/** A hash with these keys of its query set, or without those that are `null`. */
export function withKeys(hash: string, keys: Readonly<Record<string, string | null>>): string {
  const [path = '', ...rest] = hash.split('?');
  const kept = rest
    .join('?')
    .split('&')
    .filter((part) => part !== '' && !Object.hasOwn(keys, part.split('=')[0] ?? ''));
  const set = Object.entries(keys).flatMap(([key, value]) => {
    if (value === null) return [];
    return value === '' ? [key] : [`${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`];
  });
  const query = [...kept, ...set].join('&');
  return query === '' ? path : `${path}?${query}`;
}

/** The hash of a lab or a race written by hand. */
export const labHash = (query: string): string => `${PATHS.lab}?${query}`;
export const raceHash = (query: string): string => `${PATHS.train}?${query}`;

/** The whole address of a hash, for copying. */
export const addressOf = (hash: string): string => location.href.replace(/#.*$/, '') + hash;

const MOST_OFTEN_MS = 250;
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

/** Lets the address follow the state, at most four times a second; no new entry in the history. */
export function followHash(hash: string): void {
  waiting = hash;
  timer ??= setTimeout(write, MOST_OFTEN_MS);
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
