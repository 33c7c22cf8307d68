/** Announces the state of the lesson to the speaker's window, and carries out its moves. */
import { use, useEffect, useMemo, useRef } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { loadText } from '../../lessons/index.ts';
import { useFacts } from '../../lessons/lessonContext.ts';
import { printedNumbers } from '../../lessons/text/printedNumbers.ts';
import { useClass, joinClass } from '../../store/class/classStore.ts';
import type { Announced, Move } from '../../store/class/classMessage.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { useStore } from '../../store/store.ts';
import type { LessonMoves } from '../lesson/useLessonMoves.ts';
import type { LessonStep } from '../lesson/useLessonStep.ts';
import { toggleBlank } from './presenting.ts';

const me = crypto.getRandomValues(new Uint32Array(2)).join('-');

export function useAnnouncing(at: LessonStep, moves: LessonMoves, skips: boolean): void {
  const { language } = useI18n();
  const { place, question, memory, asks, answered, revealed } = at;
  const { outline } = use(loadText(place.chapter.id, language));
  const facts = useFacts();
  const blank = useClass((state) => state.blank);
  const presenting = useStore((state) => state.presenting);
  const outcome = useLesson((state) => state.memories[memory]?.outcome ?? null);
  const numbers = useMemo(() => {
    const text = outline.steps.find(({ id }) => id === place.step.id);
    // The numbers that the speaker's window prints: those of the notes and of the question.
    const asked = text?.numbers.filter(({ beforeAnswer }) => beforeAnswer) ?? [];
    return printedNumbers([...(text?.noted ?? []), ...asked], facts);
  }, [outline, place, facts]);
  const announced = useMemo(
    (): Announced => ({
      presenter: me,
      chapter: place.chapter.id,
      step: place.step.id,
      question: question?.id ?? null,
      asks,
      ready: asks && !revealed && (skips || answered),
      revealed,
      outcome,
      blank,
      presenting,
      numbers,
    }),
    [place, question, asks, answered, skips, revealed, outcome, blank, presenting, numbers],
  );

  const latest = useRef({ announced, moves });
  const announce = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = { announced, moves };
    announce.current?.();
  }, [announced, moves]);

  useEffect(() => {
    // A window that is closing still receives messages for a moment, and may still draw.
    let left = false;
    const here = (): void => {
      if (!left) joined.send({ kind: 'here', at: latest.current.announced });
    };
    const move = (what: Move): void =>
      what === 'blank' ? toggleBlank() : latest.current.moves[what]();
    const joined = joinClass((message) => {
      if (message.kind === 'who') here();
      if (message.kind === 'move' && message.presenter === me) move(message.move);
    });
    announce.current = here;
    const leave = (): void => {
      left = true;
      joined.send({ kind: 'gone', presenter: me });
    };
    const comeBack = (): void => {
      left = false;
      here();
    };
    here();
    window.addEventListener('pagehide', leave);
    // A page restored from the browser's back-forward cache announces itself again.
    window.addEventListener('pageshow', comeBack);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
      leave();
      joined.close();
      announce.current = null;
    };
  }, []);
}
