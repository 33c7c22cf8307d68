import { useClass } from '../../store/class/classStore.ts';
import { addressOf, hashOf } from '../address/route.ts';

export const notesAddress = (): string => addressOf(hashOf('notes', null, {}));

/** Opens the speaker's window beside this one, or brings it to the front; told where a browser refuses. */
export function openNotes(): void {
  const opened = window.open(notesAddress(), 'init-lab-notes', 'popup,width=1100,height=760');
  useClass.setState({ refused: opened === null });
  opened?.focus();
}
