/** Every question of a chapter that has a right answer, as the key it is remembered under. */
import type { Chapter } from './schema.ts';

export const choicesOf = ({ id, steps }: Chapter): readonly string[] =>
  steps.flatMap((step) => [
    ...(step.prediction.kind === 'choice' ? [`${id}/${step.id}`] : []),
    ...(step.questions ?? []).map((question) => `${id}/${step.id}/${question.id}`),
  ]);
