import { useEffect } from 'react';
import { useClass } from '../../store/class/classStore.ts';
import { useStore } from '../../store/store.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import type { Shortcut } from '../shell/shortcuts.ts';
import { enterFullScreen, isFullScreen, leaveFullScreen } from './fullScreen.ts';
import { openNotes } from './openNotes.ts';
import { stopPresenting, toggleBlank, toggleCounting, togglePresenting } from './presenting.ts';

/** The second of each is what the same key gives on a Persian layout. */
const ALWAYS: readonly Shortcut[] = [
  { keys: ['p', 'ح'], run: togglePresenting },
  { keys: ['n', 'د'], run: openNotes },
  { keys: ['v', 'ر'], run: toggleCounting },
];
const ON_STAGE: readonly Shortcut[] = [
  ...ALWAYS,
  // Clickers send a full stop to blank, and Escape to end.
  { keys: ['b', 'ذ', '.'], run: toggleBlank },
  { keys: ['escape'], run: stopPresenting },
];

/** Keys, full screen, and a link that says `present`. */
export function usePresenting(linked: boolean, keysOn: boolean): void {
  const presenting = useStore((state) => state.presenting);
  useShortcuts(presenting ? ON_STAGE : ALWAYS, keysOn || presenting);

  useEffect(() => {
    if (!linked) return undefined;
    useStore.getState().setView({ presenting: true });
    // A browser gives the whole screen only to somebody who has clicked.
    window.addEventListener('click', enterFullScreen, { once: true });
    return () => window.removeEventListener('click', enterFullScreen);
  }, [linked]);

  useEffect(() => {
    if (!presenting) return undefined;
    const changed = (): void => {
      if (isFullScreen()) return;
      // The browser's Escape ends the full screen by itself; one that was meant for a panel closes that.
      if (useClass.getState().counting) useClass.setState({ counting: false });
      else stopPresenting();
    };
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [presenting]);

  // Another view is not presented.
  useEffect(
    () => () => {
      useClass.setState({ blank: false, counting: false });
      if (useStore.getState().presenting) useStore.getState().setView({ presenting: false });
      leaveFullScreen();
    },
    [],
  );
}
