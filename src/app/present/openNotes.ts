import { useClass } from '../../store/class/classStore.ts';
import { useStore } from '../../store/store.ts';
import { NO_OPTIONS, sharedOptions } from '../address/pageOptions.ts';
import { addressOf, hashOf } from '../address/route.ts';

/** In the language and the look of this window: a link may have set them for this window alone. */
export function notesAddress(): string {
  const { language, theme } = useStore.getState();
  return addressOf(hashOf('notes', null, sharedOptions({ ...NO_OPTIONS, language, theme })));
}

/** Opens the speaker's window beside this one, or brings it to the front; calls back if the browser refuses. */
export function openNotes(): void {
  const opened = window.open(notesAddress(), 'init-lab-notes', 'popup,width=1100,height=760');
  useClass.setState({ refused: opened === null });
  opened?.focus();
}
