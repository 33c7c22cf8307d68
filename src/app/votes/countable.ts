import type { Question, Step } from '../../lessons/schema.ts';

/** Whether votes can be counted on a step, that is, whether it has answers to choose from. */
export const countable = ({ prediction }: Step, question: Question | null): boolean =>
  question !== null || prediction.kind === 'choice';
