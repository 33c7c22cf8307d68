import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './LessonActions.module.css';
import type { LessonMoves } from './useLessonMoves.ts';
import { placeAfter } from './useLessonStep.ts';
import type { LessonStep } from './useLessonStep.ts';

interface LessonActionsProps {
  readonly at: LessonStep;
  readonly moves: LessonMoves;
  /** Whether a question may be skipped. */
  readonly skips: boolean;
}

/** The buttons "back", "show what happens" and "next"; on a phone they are fixed at the bottom. */
export function LessonActions({ at, moves, skips }: LessonActionsProps) {
  const words = useLessonWords();
  const next = placeAfter(at, 1);
  const covered = at.asks && !at.revealed;
  const name =
    next === null || next.place.chapterIndex === at.place.chapterIndex
      ? next !== null && next.place === at.place
        ? words.quiz.next
        : words.next
      : words.nextChapter;
  return (
    <div className={styles['actions']}>
      <Button
        data-action="back"
        className={styles['arrow'] ?? ''}
        aria-label={words.back}
        title={words.back}
        disabled={placeAfter(at, -1) === null}
        onClick={moves.back}
      >
        <ArrowLeft aria-hidden size="1.15em" />
      </Button>
      {covered && (
        <Button
          kind={at.answered ? 'strong' : 'plain'}
          data-action="reveal"
          disabled={!skips && !at.answered}
          onClick={moves.reveal}
        >
          {at.answered || !skips ? words.reveal : words.skip}
        </Button>
      )}
      {at.asks && at.revealed && (
        <Button kind="link" data-action="again" onClick={moves.forget}>
          {words.again}
        </Button>
      )}
      <Button
        kind={covered ? 'plain' : 'strong'}
        data-action="next"
        className={styles['forward'] ?? ''}
        disabled={next === null}
        onClick={moves.next}
        aria-label={covered ? name : undefined}
      >
        {!covered && name}
        <ArrowRight aria-hidden size="1.15em" />
      </Button>
    </div>
  );
}
