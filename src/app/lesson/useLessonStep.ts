/** The reader's place in the lesson, and the step's stage before or after its answer. */
import { useMemo } from 'react';
import { neighbour, placeOf } from '../../lessons/index.ts';
import type { Place } from '../../lessons/index.ts';
import { covered } from '../../lessons/schema.ts';
import type { Question, Stage } from '../../lessons/schema.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';

export interface LessonStep {
  readonly place: Place;
  /** The open question of a quiz; `null` for other steps. */
  readonly question: Question | null;
  /** Key under which the answer is remembered. */
  readonly memory: string;
  readonly asks: boolean;
  readonly answered: boolean;
  /** Whether the outcome may be shown; always true if nothing is asked. */
  readonly revealed: boolean;
  readonly stage: Stage;
  /** Identifies the stage: a change sets up a new one. */
  readonly stageKey: string;
}

/** The step with these ids, or the nearest that exists. */
export function useLessonStep(chapterId: string, stepId: string | null): LessonStep {
  const place = useMemo(() => placeOf(chapterId, stepId), [chapterId, stepId]);
  const { chapter, step } = place;
  const open = useLesson((state) => state.question);
  const questions = step.questions ?? [];
  const question = questions[Math.min(open, questions.length - 1)] ?? null;
  const at = `${chapter.id}/${step.id}`;
  const memory = question === null ? at : `${at}/${question.id}`;
  const asks = question !== null || step.prediction.kind !== 'none';
  const told = useLesson((state) => state.memories[memory]);
  const revealed = !asks || told?.revealed === true;
  const stage = useMemo(() => {
    if (question !== null) return revealed ? question.stage : covered(question.stage);
    return revealed ? (step.revealed ?? step.stage) : step.stage;
  }, [question, revealed, step]);
  const answered = (told?.answer ?? null) !== null;
  return useMemo(() => {
    const stageKey = `${memory}${revealed && asks ? '!' : ''}`;
    return { place, question, memory, asks, answered, revealed, stage, stageKey };
  }, [place, question, memory, asks, answered, revealed, stage]);
}

/** Index of the first question of the step's quiz whose outcome has not been shown, to continue with. */
export function firstOpen({ chapter, step }: Place): number {
  const { memories } = useLesson.getState();
  const questions = step.questions ?? [];
  const found = questions.findIndex(
    ({ id }) => memories[`${chapter.id}/${step.id}/${id}`]?.revealed !== true,
  );
  return Math.max(0, found);
}

/** The place one move ahead or back: another question of the quiz, or another step. */
export function placeAfter(
  { place, question }: LessonStep,
  direction: 1 | -1,
): { readonly place: Place; readonly question: number } | null {
  const questions = place.step.questions ?? [];
  const next = questions.findIndex(({ id }) => id === question?.id) + direction;
  if (question !== null && next >= 0 && next < questions.length) return { place, question: next };
  const other = neighbour(place, direction);
  if (other === null) return null;
  const last = (other.step.questions ?? []).length - 1;
  return { place: other, question: direction === 1 ? firstOpen(other) : Math.max(0, last) };
}
