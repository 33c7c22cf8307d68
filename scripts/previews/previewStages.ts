/** Which experiment stands on whose preview image: that of the question, and one of each chapter. */
import { ANSWER_ROWS } from '../../src/lessons/answers/answerTable.ts';
import { CHAPTERS } from '../../src/lessons/index.ts';
import type { ChapterId, Stage } from '../../src/lessons/schema.ts';

/** The step that says most of what its chapter is about. */
const STEPS: Readonly<Record<ChapterId, string>> = {
  start: 'does-it-matter',
  zero: 'when-zero-is-right',
  random: 'next',
  sigmoid: 'next',
  xavier: 'tanh-alive',
  frameworks: 'next',
  he: 'race-30',
  choose: 'predictions',
  clinic: 'cures',
};

/** By `questions/<slug>` and `lesson/<chapter>`, as their plain pages are called. */
export const PREVIEW_STAGES: readonly (readonly [name: string, stage: Stage])[] = [
  ...CHAPTERS.flatMap(({ id, steps }) => {
    const step = steps.find((each) => each.id === STEPS[id]);
    return step === undefined ? [] : [[`lesson/${id}`, step.revealed ?? step.stage] as const];
  }),
  ...ANSWER_ROWS.flatMap(({ id, stage }) =>
    stage === null ? [] : [[`questions/${id}`, stage] as const],
  ),
];
