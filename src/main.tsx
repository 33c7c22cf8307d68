import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/fonts.ts';
import './theme/tokens.css';
import './theme/tones.css';
import './theme/base.css';
import './theme/first.css';
import { enterAddress } from './app/address/useRoute.ts';
import { App } from './app/App.tsx';
import { fetchFirstView } from './app/viewCode.ts';
import { loadWords } from './i18n/I18n.tsx';
import { useStore } from './store/store.ts';

const root = document.querySelector('#root');
if (root !== null) {
  // The task that has run the scripts ends here, so that a slow device can paint and respond in between.
  await new Promise((run) => setTimeout(run));
  // The content of index.html stays until the words are loaded; if that fails, it offers to reload. Its picture stays
  // until the start page is there to take it over.
  const view = fetchFirstView();
  enterAddress();
  const start = document.documentElement.dataset['first'] === undefined ? null : view;
  await Promise.all([loadWords(useStore.getState().language), start]);
  document.querySelector('#trouble:not([data-kept])')?.remove();
  // Loaded after the page is drawn, but before a browser can have translated anything.
  import('./ui/translation.ts').then(
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
