/** All chapters, in the order of their folders' numbers; each text is fetched separately. */
import type { ComponentType, ReactElement } from 'react';
import type { Chapter } from './schema.ts';
import type { Outline } from './tags.ts';
import { texFaces } from './texFaces.ts';

export interface LessonText {
  readonly default: (props: {
    readonly components: Readonly<Record<string, ComponentType<never>>>;
  }) => ReactElement;
  readonly outline: Outline;
}

const FOLDERS = import.meta.glob<{ readonly lesson: Chapter }>('./*/lesson.ts', { eager: true });
const TEXTS = import.meta.glob<LessonText>('./*/*.mdx');

/** `./7-he/lesson.ts` → 7. */
const numberOf = (path: string): number => Number(/^\.\/(\d+)-/.exec(path)?.[1] ?? Number.NaN);

export const CHAPTERS: readonly Chapter[] = Object.entries(FOLDERS)
  .sort(([a], [b]) => numberOf(a) - numberOf(b))
  .map(([, { lesson }]) => lesson);

const loaded = new Map<string, Promise<LessonText>>();

/** The text of a chapter, ready to be drawn; returns the same promise every time, and a new one after a failure. */
export function loadText(chapter: string, language: string): Promise<LessonText> {
  const path = Object.keys(TEXTS).find((each) => each.endsWith(`-${chapter}/${language}.mdx`));
  const load = path === undefined ? undefined : TEXTS[path];
  if (path === undefined || load === undefined) {
    return Promise.reject(new Error(`no text of ${chapter} in ${language}`));
  }
  const before = loaded.get(path);
  if (before !== undefined) return before;
  const text = load().then(async (found) => {
    await texFaces();
    return found;
  });
  loaded.set(path, text);
  text.catch(() => loaded.delete(path));
  return text;
}

export interface Place {
  readonly chapter: Chapter;
  readonly step: Chapter['steps'][number];
  /** Counted from 0. */
  readonly chapterIndex: number;
  readonly stepIndex: number;
  /** What the address names but does not exist. */
  readonly missing: 'chapter' | 'step' | null;
}

/** The place with these ids, or the nearest that exists. */
export function placeOf(chapterId: string, stepId: string | null): Place {
  const found = CHAPTERS.findIndex(({ id }) => id === chapterId);
  const chapterIndex = Math.max(0, found);
  const chapter = CHAPTERS[chapterIndex];
  const at = chapter?.steps.findIndex(({ id }) => id === stepId) ?? -1;
  const stepIndex = found < 0 ? 0 : Math.max(0, at);
  const step = chapter?.steps[stepIndex];
  if (chapter === undefined || step === undefined) throw new Error('the lesson has no steps');
  const missing = found < 0 ? 'chapter' : at < 0 && stepId !== null ? 'step' : null;
  return { chapter, step, chapterIndex, stepIndex, missing };
}

/** The step before or after, across chapters; `null` at the ends. */
export function neighbour(place: Place, direction: 1 | -1): Place | null {
  const { chapter, chapterIndex, stepIndex } = place;
  const here = chapter.steps[stepIndex + direction];
  if (here !== undefined) return placeOf(chapter.id, here.id);
  const other = CHAPTERS[chapterIndex + direction];
  const step = direction === 1 ? other?.steps[0] : other?.steps.at(-1);
  return other === undefined || step === undefined ? null : placeOf(other.id, step.id);
}
