import { NotebookPen, Presentation } from 'lucide-react';
import { usePresentWords } from '../../i18n/present/words.ts';
import { Button } from '../../ui/Button.tsx';
import { openNotes } from './openNotes.ts';
import styles from './PresentButtons.module.css';
import { startPresenting } from './presenting.ts';

/** In the lesson's first row: onto the projector, and the speaker's own window. */
export function PresentButtons() {
  const { present, presentHint, notes } = usePresentWords();
  return (
    <div className={styles['buttons']}>
      <Button kind="quiet" data-action="notes" title={notes.openHint} onClick={openNotes}>
        <NotebookPen aria-hidden size="1.15em" />
        {notes.open}
      </Button>
      <Button kind="quiet" data-action="present" title={presentHint} onClick={startPresenting}>
        <Presentation aria-hidden size="1.15em" />
        {present}
      </Button>
    </div>
  );
}
