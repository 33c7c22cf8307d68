/** What the tests of the lessons share: the texts as data, and stages run by the engine. */
import { createKernels } from '../scripts/kernels.mjs';
import { loadInputs } from '../src/engine/data/generate.ts';
import { parseQuery } from '../src/engine/lab/query.ts';
import { runLab } from '../src/engine/experiment/runLane.ts';
import { raceLanes } from '../src/engine/train/lanes.ts';
import { runTraining } from '../src/engine/train/results.ts';
import type { Facts } from '../src/lessons/facts/facts.ts';
import { NO_FACTS } from '../src/lessons/facts/facts.ts';
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

/** What is on the stage when the outcome is shown. */
export const revealedOf = ({ stage, revealed }: Step): Stage => revealed ?? stage;

const kernels = await createKernels();
await loadInputs(['digits']);
const run = new Map<string, Facts>();

/** The results of a stage from this seed, or from its own; each is computed once. */
export function factsOf({ kind, query }: Pick<Stage, 'kind' | 'query'>, seed?: number): Facts {
  const parsed = parseQuery(query, kind);
  const key = `${kind} ${query} ${seed ?? parsed.lab.settings.seed}`;
  const known = run.get(key);
  if (known !== undefined) return known;
  const settings = { ...parsed.lab.settings, ...(seed === undefined ? {} : { seed }) };
  const lab = { ...parsed.lab, settings };
  const races = (): Facts['races'] =>
    raceLanes({ ...parsed, lab }).lanes.map((config) => {
      const { records, ...outcome } = runTraining(config, kernels);
      return { config, records, outcome };
    });
  const facts: Facts =
    kind === 'lab'
      ? { ...NO_FACTS, lanes: runLab(lab, kernels, () => 0) }
      : { ...NO_FACTS, races: races() };
  run.set(key, facts);
  return facts;
}
