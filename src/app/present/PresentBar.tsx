import { ArrowLeft, ArrowRight, Hand, MonitorOff, NotebookPen, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { usePresentWords } from '../../i18n/present/words.ts';
import { Button } from '../../ui/Button.tsx';
import type { LessonMoves } from '../lesson/useLessonMoves.ts';
import { placeAfter } from '../lesson/useLessonStep.ts';
import type { LessonStep } from '../lesson/useLessonStep.ts';
import { openNotes } from './openNotes.ts';
import styles from './PresentBar.module.css';
import { stopPresenting, toggleBlank, toggleCounting } from './presenting.ts';

interface PresentBarProps {
  readonly at: LessonStep;
  readonly moves: LessonMoves;
  readonly skips: boolean;
}

/** Below the step: the chapter, the available actions and the progress. */
export function PresentBar({ at, moves, skips }: PresentBarProps) {
  const { format } = useI18n();
  const lesson = useLessonWords();
  const words = usePresentWords();
  const { chapter, chapterIndex, stepIndex } = at.place;
  const covered = at.asks && !at.revealed;
  const [step, of] = [stepIndex + 1, chapter.steps.length].map(format.integer);
  return (
    <nav className={styles['bar']} aria-label={words.bar} data-present-bar>
      <p className={styles['chapter']}>
        {words.chapter(format.integer(chapterIndex + 1), lesson.chapters[chapter.id])}
      </p>
      <div className={styles['tools']}>
        <Tool name="leave" label={words.leave} onClick={stopPresenting}>
          <X aria-hidden size="1.2em" />
        </Tool>
        <Tool name="blank" label={words.blank} onClick={toggleBlank}>
          <MonitorOff aria-hidden size="1.2em" />
        </Tool>
        <Tool name="notes" label={lesson.notesHint} onClick={openNotes}>
          <NotebookPen aria-hidden size="1.2em" />
        </Tool>
        <Tool name="votes" label={words.votes.openHint} onClick={toggleCounting}>
          <Hand aria-hidden size="1.2em" />
        </Tool>
      </div>
      <div className={styles['moves']}>
        {covered && (
          <Button
            kind="strong"
            data-action="reveal"
            disabled={!skips && !at.answered}
            onClick={moves.reveal}
          >
            {lesson.reveal}
          </Button>
        )}
        {at.asks && at.revealed && (
          <Button kind="quiet" data-action="again" onClick={moves.forget}>
            {lesson.again}
          </Button>
        )}
        <Tool
          name="back"
          label={lesson.back}
          disabled={placeAfter(at, -1) === null}
          onClick={moves.back}
        >
          <ArrowLeft aria-hidden size="1.3em" />
        </Tool>
        <p
          className={styles['counter']}
          data-counter
          aria-label={words.placeName(step ?? '', of ?? '')}
        >
          <bdi>{words.place(step ?? '', of ?? '')}</bdi>
        </p>
        <Tool
          name="next"
          label={lesson.next}
          disabled={placeAfter(at, 1) === null}
          onClick={moves.next}
        >
          <ArrowRight aria-hidden size="1.3em" />
        </Tool>
      </div>
    </nav>
  );
}

interface ToolProps {
  readonly name: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ name, label, children, ...rest }: ToolProps) {
  return (
    <Button kind="quiet" data-action={name} aria-label={label} title={label} {...rest}>
      {children}
    </Button>
  );
}
