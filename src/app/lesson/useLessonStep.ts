/** The reader's place in the lesson, and the step's stage before or after its answer. */
import { useMemo } from 'react';
import { parseQuery } from '../../engine/lab/query.ts';
import { neighbour, placeOf } from '../../lessons/index.ts';
import type { Place } from '../../lessons/index.ts';
import { covered } from '../../lessons/schema.ts';
import type { Question, Stage } from '../../lessons/schema.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { useStore } from '../../store/store.ts';

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

type Asked = Pick<LessonStep, 'question' | 'memory' | 'asks'>;

/** What is asked at a place; `open` is the index of the open question of a quiz. */
function askedAt({ chapter, step }: Place, open: number): Asked {
  const questions = step.questions ?? [];
  const question = questions[Math.min(open, questions.length - 1)] ?? null;
  const at = `${chapter.id}/${step.id}`;
  return {
    question,
    memory: question === null ? at : `${at}/${question.id}`,
    asks: question !== null || step.prediction.kind !== 'none',
  };
}

type Shown = Pick<LessonStep, 'revealed' | 'stage' | 'stageKey'>;

/** What is on the stage, before or after the outcome. */
function shownAt({ step }: Place, { question, memory, asks }: Asked, told: boolean): Shown {
  const revealed = !asks || told;
  const asked = question === null ? step.stage : covered(question.stage);
  const after = question === null ? (step.revealed ?? step.stage) : question.stage;
  return {
    revealed,
    stage: revealed ? after : asked,
    stageKey: `${memory}${revealed && asks ? '!' : ''}`,
  };
}

/** The step with these ids, or the nearest that exists. */
export function useLessonStep(chapterId: string, stepId: string | null): LessonStep {
  const place = useMemo(() => placeOf(chapterId, stepId), [chapterId, stepId]);
  const open = useLesson((state) => state.question);
  const asked = useMemo(() => askedAt(place, open), [place, open]);
  const memory = useLesson((state) => state.memories[asked.memory]);
  const told = memory?.revealed === true;
  const answered = (memory?.answer ?? null) !== null;
  const shown = useMemo(() => shownAt(place, asked, told), [place, asked, told]);
  return useMemo(() => ({ place, ...asked, answered, ...shown }), [place, asked, answered, shown]);
}

/** Remembers that the reader is here. */
export function visitPlace(place: Place): void {
  const { visit, openQuestion } = useLesson.getState();
  visit(place.chapter.id, place.step.id);
  openQuestion(firstOpen(place));
}

export function putOnStage({ stageKey, stage }: Pick<LessonStep, 'stageKey' | 'stage'>): void {
  const { lab, train } = parseQuery(stage.query, stage.kind);
  useStore.getState().putOnStage(stageKey, { ...stage, lab, train });
}

/** What the step itself does once it is drawn; done before, nothing is drawn twice. */
export function enterPlace(place: Place): void {
  visitPlace(place);
  const { question, memories } = useLesson.getState();
  const asked = askedAt(place, question);
  putOnStage(shownAt(place, asked, memories[asked.memory]?.revealed === true));
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
