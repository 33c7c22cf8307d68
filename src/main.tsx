import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/fonts.ts';
import './theme/tokens.css';
import './theme/tones.css';
import './theme/base.css';
import './theme/first.css';
import { App } from './app/App.tsx';
import { loadWords } from './i18n/I18n.tsx';
import { useStore } from './store/store.ts';

const root = document.querySelector('#root');
if (root !== null) {
  // What index.html shows stays until there are words; without them it offers to load again.
  await loadWords(useStore.getState().language);
  document.querySelector('#trouble:not([data-kept])')?.remove();
  // Before a browser has translated anything, and not before the page is drawn.
  import('./ui/translation.ts').then(
    ({ keepUpWithTranslation }) => keepUpWithTranslation(),
    () => undefined,
  );
  // In slices, so that a slow device answers a finger meanwhile.
  startTransition(() => {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  });
}
