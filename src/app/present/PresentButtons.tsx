import { NotebookPen, Presentation } from 'lucide-react';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { Button } from '../../ui/Button.tsx';
import { openNotes } from './openNotes.ts';
import styles from './PresentButtons.module.css';
import { startPresenting } from './presenting.ts';

/** Buttons in the lesson's first row: start presenting, and open the speaker's window. */
export function PresentButtons() {
  const { present, presentHint, notes, notesHint } = useLessonWords();
  return (
    <div className={styles['buttons']}>
      <Button kind="quiet" data-action="notes" title={notesHint} onClick={openNotes}>
        <NotebookPen aria-hidden size="1.15em" />
        {notes}
      </Button>
      <Button kind="quiet" data-action="present" title={presentHint} onClick={startPresenting}>
        <Presentation aria-hidden size="1.15em" />
        {present}
      </Button>
    </div>
  );
}
