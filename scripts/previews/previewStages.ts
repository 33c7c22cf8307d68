/** The experiment shown on each preview image: the one of the question, or one step of the chapter. */
import { ANSWER_ROWS } from '../../src/lessons/answers/answerTable.ts';
import { CHAPTERS } from '../../src/lessons/index.ts';
import type { ChapterId, Stage } from '../../src/lessons/schema.ts';

/** The most representative step of each chapter. */
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

/** Named `questions/<slug>` and `lesson/<chapter>`, as the plain pages are. */
export const PREVIEW_STAGES: readonly (readonly [name: string, stage: Stage])[] = [
  ...CHAPTERS.flatMap(({ id, steps }) => {
    const step = steps.find((each) => each.id === STEPS[id]);
    return step === undefined ? [] : [[`lesson/${id}`, step.revealed ?? step.stage] as const];
  }),
  ...ANSWER_ROWS.flatMap(({ id, stage }) =>
    stage === null ? [] : [[`questions/${id}`, stage] as const],
  ),
];
