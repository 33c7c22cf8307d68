/** The outcome of a step's question, from the results of the revealed stage. */
import type { Answer } from '../../store/lesson/lessonMemory.ts';
import type { Facts } from '../../lessons/facts/facts.ts';
import type { LessonStep } from './useLessonStep.ts';

/**
 * The id of the right answer. For a sketch, the error of its last drawn point in powers of ten, positive where
 * it was drawn too large. `null` while unknown.
 */
export function outcomeOf(
  { place: { step }, question }: LessonStep,
  facts: Facts,
  answer: Answer | null,
): string | number | null {
  if (question !== null) return question.correct(facts);
  const { prediction } = step;
  if (prediction.kind === 'choice') return prediction.correct(facts);
  if (prediction.kind !== 'sketch' || answer?.kind !== 'sketch') return null;
  const last = answer.decades.findLastIndex((decade) => decade !== null);
  const measured = facts.lanes[prediction.lane]?.layers[last]?.activations.std;
  const drawn = answer.decades[last] ?? null;
  if (measured === undefined || drawn === null) return null;
  const off = drawn - Math.log10(measured);
  return Number.isFinite(off) ? off : null;
}
