import { usePresentWords } from '../../i18n/present/words.ts';
import { useClass } from '../../store/class/classStore.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { notesAddress } from './openNotes.ts';

/** Shown if the browser blocks the second window: its address, as a link. */
export function Refused() {
  const { notes, votes } = usePresentWords();
  const address = notesAddress();
  return (
    <Dialog
      title={notes.title}
      closeLabel={votes.close}
      onClose={() => useClass.setState({ refused: false })}
    >
      <p>{notes.refused}</p>
      <p>
        <a href={address} target="_blank" rel="noopener" dir="ltr">
          {address}
        </a>
      </p>
    </Dialog>
  );
}
