import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadWords } from '../i18n/I18n.tsx';
import { useStore } from '../store/store.ts';
import { enterAddress } from './address/useRoute.ts';
import { App } from './App.tsx';
import { fetchFirstView } from './viewCode.ts';

/** Draws the page that the address names. */
export async function begin(): Promise<void> {
  const root = document.querySelector('#root');
  if (root === null) return;
  // The content of index.html stays until the words are loaded; if that fails, it offers to reload. Its picture stays
  // until the start page is there to take it over.
  const view = fetchFirstView();
  enterAddress();
  const start = document.documentElement.dataset['first'] === undefined ? null : view;
  await Promise.all([loadWords(useStore.getState().language), start]);
  document.querySelector('#trouble')?.remove();
  // Loaded after the page is drawn, but before a browser can have translated anything.
  import('../ui/translation.ts').then(
    ({ keepUpWithTranslation }) => keepUpWithTranslation(),
    () => undefined,
  );
  // As a transition, so that a slow device stays responsive meanwhile.
  startTransition(() => {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  });
}
