/** The page's one store. */
import { create } from 'zustand';
import { createState } from './createState.ts';
import { rememberView, storedView } from './state/persist.ts';
import type { State } from './state/types.ts';

export const useStore = create<State>()(
  createState(
    storedView({
      lang: document.documentElement.lang,
      theme: document.documentElement.dataset['theme'],
    }),
  ),
);

useStore.subscribe(rememberView);

/** Tells the reader that a silent thread has been replaced. */
export const tellRestart = (): void => useStore.setState({ restarted: true });
