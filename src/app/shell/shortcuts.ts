/** The table of the keyboard shortcuts that work everywhere on the page; inactive while the reader types. */
import { useCallback, useEffect, useState } from 'react';
import { QUANTITIES } from '../../engine/types.ts';
import { readStored, writeStored } from '../../store/state/device.ts';
import { useStore } from '../../store/store.ts';
import { THEMES } from '../../store/state/types.ts';
import type { HelpPlace } from '../help/openHelp.ts';
import type { View } from '../address/route.ts';

export interface Shortcut {
  /** `KeyboardEvent.key` in lower case; the second is what the same key types on a Persian layout. */
  readonly keys: readonly string[];
  readonly run: () => void;
}

export function toggleLanguage(): void {
  const { language, setView } = useStore.getState();
  setView({ language: language === 'en' ? 'fa' : 'en' });
}

export function nextTheme(): void {
  const { theme, presenting, setView } = useStore.getState();
  // The projector has its own theme, so a change would not be visible.
  if (presenting) return;
  setView({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'light' });
}

function toggleScale(): void {
  const { scale, setView } = useStore.getState();
  setView({ scale: scale === 'same' ? 'own' : 'same' });
}

function nextQuantity(): void {
  const { quantity, setView } = useStore.getState();
  const next = QUANTITIES[(QUANTITIES.indexOf(quantity) + 1) % QUANTITIES.length];
  setView({ quantity: next ?? quantity });
}

export const pageShortcuts = (
  openHelp: (place: HelpPlace) => void,
  view: View,
): readonly Shortcut[] => [
  { keys: ['l', 'م'], run: toggleLanguage },
  { keys: ['t', 'ف'], run: nextTheme },
  { keys: ['?', '؟'], run: () => openHelp('top') },
  { keys: ['g', 'ل'], run: () => openHelp('glossary') },
  { keys: ['r', 'ق'], run: () => useStore.getState().reset() },
  // In the lesson N opens the speaker's notes.
  ...(view === 'lesson' || view === 'notes'
    ? []
    : [{ keys: ['n', 'د'], run: () => useStore.getState().newSeed() }]),
  { keys: ['s', 'س'], run: toggleScale },
  { keys: ['q', 'ض'], run: nextQuantity },
];

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['range', 'radio', 'checkbox'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Whether the focused element uses the key itself: Space presses, arrows move. */
function taken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (key === ' ') return target.closest('button, a, input, summary, select, [role]') !== null;
  if (!key.startsWith('arrow')) return false;
  return target.closest('input, select, svg, [role="application"], [tabindex="0"]') !== null;
}

export function useShortcuts(shortcuts: readonly Shortcut[], on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (typing(event.target) || document.querySelector('dialog[open]') !== null) return;
      const key = event.key.toLowerCase();
      if (taken(event.target, key)) return;
      const found = shortcuts.find(({ keys }) => keys.includes(key));
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [shortcuts, on]);
}

const SWITCH_KEY = 'init-lab:keys';

/** Users of speech input must be able to switch off single-key shortcuts (WCAG 2.1.4); the choice is stored. */
export function useShortcutsSwitch(): readonly [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(() => readStored(SWITCH_KEY) !== 'off');
  const set = useCallback((next: boolean) => {
    setOn(next);
    writeStored(SWITCH_KEY, next ? 'on' : 'off');
  }, []);
  return [on, set];
}
