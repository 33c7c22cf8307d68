import { useMemo } from 'react';
import { CHAPTERS } from '../../lessons/index.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { useStore } from '../../store/store.ts';
import type { PageOptions } from '../address/pageOptions.ts';
import { addressKeys, lessonHash, navigate } from '../address/route.ts';
import { placeAfter } from './useLessonStep.ts';
import type { LessonStep } from './useLessonStep.ts';

/** The actions of the lesson; shared by keys, buttons and the speaker's window. */
export interface LessonMoves {
  readonly next: () => void;
  readonly back: () => void;
  /** Shows the outcome. */
  readonly reveal: () => void;
  /** Shows the outcome, or goes to the next step if it is already shown: the only key of a clicker. */
  readonly advance: () => void;
  /** Forgets the answer and asks the question again. */
  readonly forget: () => void;
  readonly openChapter: (index: number) => void;
  /** The address of a step, with the link's own keys. */
  readonly hash: (chapter: string, step: string) => string;
}

export function useLessonMoves(at: LessonStep, options: PageOptions, skips: boolean): LessonMoves {
  return useMemo(() => {
    const hash = (chapter: string, step: string): string =>
      lessonHash({ chapter, step }, addressKeys('lesson', options, useStore.getState()));
    const go = (direction: 1 | -1): void => {
      const to = placeAfter(at, direction);
      if (to === null) return;
      useLesson.getState().openQuestion(to.question);
      if (to.place !== at.place) navigate(hash(to.place.chapter.id, to.place.step.id));
    };
    const reveal = (): void => {
      if (!skips && !at.answered) return;
      useLesson.getState().reveal(at.memory);
      // The covered race has already run; now it is shown from its first step.
      if (at.stage.kind === 'race' && at.stage.panels.length === 0) useStore.getState().restart();
    };
    return {
      hash,
      reveal,
      next: () => go(1),
      back: () => go(-1),
      advance: () => (at.asks && !at.revealed ? reveal() : go(1)),
      forget: () => useLesson.getState().forget(at.memory),
      openChapter: (index) => {
        const chapter = CHAPTERS[index];
        const first = chapter?.steps[0];
        if (chapter === undefined || first === undefined) return;
        navigate(hash(chapter.id, first.id));
      },
    };
  }, [at, options, skips]);
}
