import { useClass } from '../../store/class/classStore.ts';
import { useStore } from '../../store/store.ts';
import { NO_OPTIONS, sharedOptions } from '../address/pageOptions.ts';
import { addressOf, hashOf } from '../address/route.ts';

/** Address of the speaker's window with this window's language and theme, which a link may have set for it alone. */
export function notesAddress(): string {
  const { language, theme } = useStore.getState();
  return addressOf(hashOf('notes', null, sharedOptions({ ...NO_OPTIONS, language, theme })));
}

/** Opens the speaker's window, or brings it to the front; sets the refused state if the browser blocks it. */
export function openNotes(): void {
  const opened = window.open(notesAddress(), 'init-lab-notes', 'popup,width=1100,height=760');
  useClass.setState({ refused: opened === null });
  opened?.focus();
}
