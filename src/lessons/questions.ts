/** Keys of all questions of a chapter that have a right answer. */
import type { Chapter } from './schema.ts';

export const choicesOf = ({ id, steps }: Chapter): readonly string[] =>
  steps.flatMap((step) => [
    ...(step.prediction.kind === 'choice' ? [`${id}/${step.id}`] : []),
    ...(step.questions ?? []).map((question) => `${id}/${step.id}/${question.id}`),
  ]);
