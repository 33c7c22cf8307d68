/** The page's store, outside a page. */
// oxlint-disable-next-line no-restricted-imports -- the state is the product's; only its home is another
import { createStore } from 'zustand/vanilla';
import { createState } from '../src/store/createState.ts';
import type { State } from '../src/store/state/types.ts';

export const storeOf = () =>
  createStore<State>()(
    createState({ language: 'en', theme: 'light', digits: 'native', scale: 'same' }),
  );
