import { useEffect } from 'react';
import { useClass } from '../../store/class/classStore.ts';
import { useStore } from '../../store/store.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import type { Shortcut } from '../shell/shortcuts.ts';
import { enterFullScreen, isFullScreen, leaveFullScreen } from './fullScreen.ts';
import { openNotes } from './openNotes.ts';
import { stopPresenting, toggleBlank, toggleCounting, togglePresenting } from './presenting.ts';

/** The second key of each is what the same key types on a Persian layout. */
const ALWAYS: readonly Shortcut[] = [
  { keys: ['p', 'ح'], run: togglePresenting },
  { keys: ['n', 'د'], run: openNotes },
  { keys: ['v', 'ر'], run: toggleCounting },
];
const ON_STAGE: readonly Shortcut[] = [
  ...ALWAYS,
  // Clickers send a full stop for a black screen and Escape to end.
  { keys: ['b', 'ذ', '.'], run: toggleBlank },
  { keys: ['escape'], run: stopPresenting },
];

/** The keys of presenting, full screen, and the link key `present`. */
export function usePresenting(linked: boolean, keysOn: boolean): void {
  const presenting = useStore((state) => state.presenting);
  useShortcuts(presenting ? ON_STAGE : ALWAYS, keysOn || presenting);

  useEffect(() => {
    if (!linked) return undefined;
    useStore.getState().setView({ presenting: true });
    // Browsers allow full screen only after a click.
    window.addEventListener('click', enterFullScreen, { once: true });
    return () => window.removeEventListener('click', enterFullScreen);
  }, [linked]);

  useEffect(() => {
    if (!presenting) return undefined;
    const changed = (): void => {
      if (isFullScreen()) return;
      // In full screen the browser handles Escape itself; while the vote panel is open, Escape closes only that
      // panel.
      if (useClass.getState().counting) useClass.setState({ counting: false });
      else stopPresenting();
    };
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [presenting]);

  // Leaving the lesson ends presenting.
  useEffect(
    () => () => {
      useClass.setState({ blank: false, counting: false });
      if (useStore.getState().presenting) useStore.getState().setView({ presenting: false });
      leaveFullScreen();
    },
    [],
  );
}
