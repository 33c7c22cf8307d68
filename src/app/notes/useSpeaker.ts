import { useEffect, useMemo, useState } from 'react';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import type { Announced, Move } from '../../store/class/classMessage.ts';
import { placeAfter, useLessonStep } from '../lesson/useLessonStep.ts';
import type { LessonStep } from '../lesson/useLessonStep.ts';
import { usePresenter } from './usePresenter.ts';

export interface Speaker {
  readonly at: LessonStep;
  /** `null`: no lesson is open in another window; this window is paged independently. */
  readonly heard: Announced | null;
  readonly revealed: boolean;
  readonly outcome: string | number | null;
  readonly move: (move: Move) => void;
}

/** The place of the speaker's window: that of the lesson's window, otherwise its own last place. */
export function useSpeaker(): Speaker {
  const { heard, move } = usePresenter();
  const [own, setOwn] = useState(
    () => useLesson.getState().place ?? { chapter: 'start', step: '' },
  );
  // When the lesson's window is closed, the notes stay at its last place.
  const [last, setLast] = useState<Announced | null>(null);
  if (heard !== null && heard !== last) {
    setLast(heard);
    if (heard.chapter !== own.chapter || heard.step !== own.step) setOwn(heard);
  }
  const { chapter, step } = heard ?? own;
  const at = useLessonStep(chapter, step);
  const asked = heard?.question ?? null;
  const questions = at.place.step.questions;
  useEffect(() => {
    const index = (questions ?? []).findIndex(({ id }) => id === asked);
    if (index >= 0) useLesson.getState().openQuestion(index);
  }, [asked, questions]);
  const stored = useLesson((state) => state.memories[at.memory]?.outcome ?? null);
  return useMemo(
    () => ({
      at,
      heard,
      revealed: heard === null ? at.revealed && at.asks : heard.revealed,
      outcome: heard?.outcome ?? stored,
      move: (what) => {
        if (heard !== null) {
          move(what);
          return;
        }
        const direction = what === 'back' ? -1 : what === 'next' || what === 'advance' ? 1 : null;
        const to = direction === null ? null : placeAfter(at, direction);
        if (to === null) return;
        useLesson.getState().openQuestion(to.question);
        setOwn({ chapter: to.place.chapter.id, step: to.place.step.id });
      },
    }),
    [at, heard, stored, move],
  );
}
