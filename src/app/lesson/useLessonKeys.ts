import { useMemo } from 'react';
import { CHAPTERS } from '../../lessons/index.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import type { LessonMoves } from './useLessonMoves.ts';

/** ← and → (swapped in Persian), Space, and a clicker's Page Up and Page Down step; 1–8 open a chapter. */
export function useLessonKeys(moves: LessonMoves, dir: 'ltr' | 'rtl', on: boolean): void {
  const shortcuts = useMemo(() => {
    const { advance, back, openChapter } = moves;
    const [forward, backward] =
      dir === 'ltr' ? ['arrowright', 'arrowleft'] : ['arrowleft', 'arrowright'];
    return [
      { keys: [forward, ' ', 'pagedown'], run: advance },
      { keys: [backward, 'pageup'], run: back },
      ...CHAPTERS.map((_, index) => ({
        keys: [`${index + 1}`, String.fromCodePoint(0x06f1 + index)],
        run: () => openChapter(index),
      })),
    ];
  }, [moves, dir]);
  useShortcuts(shortcuts, on);
}
