/** Helpers for the tests of the lessons: all steps and questions as lists. */
import { CHAPTERS } from '../src/lessons/index.ts';
import type { Chapter, Question, Stage, Step } from '../src/lessons/schema.ts';
import type { Outline } from '../src/lessons/tags.ts';

const TEXTS = import.meta.glob<{ readonly outline: Outline }>('../src/lessons/*/*.mdx', {
  eager: true,
});

export const LANGUAGES = ['en', 'fa'] as const;
export type Language = (typeof LANGUAGES)[number];

export function outlineOf(chapter: string, language: Language): Outline {
  const path = Object.keys(TEXTS).find((each) => each.endsWith(`-${chapter}/${language}.mdx`));
  const found = path === undefined ? undefined : TEXTS[path];
  if (found === undefined) throw new Error(`no text of ${chapter} in ${language}`);
  return found.outline;
}

/** Every step of every chapter, named `chapter/step`. */
export const STEPS: readonly (readonly [name: string, chapter: Chapter, step: Step])[] =
  CHAPTERS.flatMap((chapter) =>
    chapter.steps.map((step) => [`${chapter.id}/${step.id}`, chapter, step] as const),
  );

/** Every question of every quiz, named `chapter/step/question`. */
export const QUIZ: readonly (readonly [name: string, question: Question])[] = STEPS.flatMap(
  ([name, , step]) =>
    (step.questions ?? []).map((question) => [`${name}/${question.id}`, question] as const),
);

/** The stage shown with the outcome. */
export const revealedOf = ({ stage, revealed }: Step): Stage => revealed ?? stage;
