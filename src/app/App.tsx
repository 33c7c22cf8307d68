import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { QUANTITIES } from '../engine/types.ts';
import { I18nProvider, useWords } from '../i18n/I18n.tsx';
import { runStatus } from '../store/selectors.ts';
import { startComputing } from '../store/start.ts';
import { useStore } from '../store/store.ts';
import { Notice } from '../ui/Notice.tsx';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Help } from './Help.tsx';
import { Notices } from './Notices.tsx';
import { nextTheme, Shell, toggleLanguage } from './Shell.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useRoute } from './useRoute.ts';

const StartView = lazy(() => import('./views/Start.tsx'));
const LabView = lazy(() => import('./views/Lab.tsx'));

/** The page's language, direction and theme on the root element. */
function usePage(): void {
  const words = useWords();
  const language = useStore((state) => state.language);
  const theme = useStore((state) => state.theme);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dir = language === 'fa' ? 'rtl' : 'ltr';
    root.dataset['theme'] = theme;
    document.title = words.meta.title;
  }, [language, theme, words]);
}

function toggleScale(): void {
  const { scale, setView } = useStore.getState();
  setView({ scale: scale === 'same' ? 'own' : 'same' });
}

function nextQuantity(): void {
  const { quantity, setView } = useStore.getState();
  setView({
    quantity: QUANTITIES[(QUANTITIES.indexOf(quantity) + 1) % QUANTITIES.length] ?? quantity,
  });
}

function Page() {
  const words = useWords();
  const route = useRoute();
  const [help, setHelp] = useState(false);
  const run = useStore(runStatus);
  usePage();
  useEffect(() => {
    startComputing();
  }, []);
  const shortcuts = useMemo(
    () => [
      { keys: ['l', 'م'], run: toggleLanguage },
      { keys: ['t', 'ف'], run: nextTheme },
      { keys: ['?', '؟'], run: () => setHelp(true) },
      { keys: ['r', 'ق'], run: () => useStore.getState().reset() },
      { keys: ['n', 'د'], run: () => useStore.getState().newSeed() },
      { keys: ['s', 'س'], run: toggleScale },
      { keys: ['q', 'ض'], run: nextQuantity },
    ],
    [],
  );
  useShortcuts(shortcuts);
  const hidden = useMemo(
    () => new Set((route.query?.page['hide'] ?? '').split(',').map((each) => each.trim())),
    [route],
  );
  return (
    <>
      <Shell view={route.view} onHelp={() => setHelp(true)}>
        <main id="content" className={styles['main']} data-run={run} tabIndex={-1}>
          {route.unknown && (
            <div className={styles['notices']}>
              <Notice>{words.notices.page}</Notice>
            </div>
          )}
          {route.view === 'lab' && (
            <div className={styles['notices']}>
              <Notices />
            </div>
          )}
          <Suspense fallback={<div className={styles['loading']} />}>
            {route.view === 'lab' ? <LabView hidden={hidden} /> : <StartView />}
          </Suspense>
        </main>
      </Shell>
      {help && <Help onClose={() => setHelp(false)} />}
    </>
  );
}

export function App() {
  const language = useStore((state) => state.language);
  const digits = useStore((state) => state.digits);
  return (
    <I18nProvider language={language} digits={digits}>
      <ErrorBoundary>
        <Page />
      </ErrorBoundary>
    </I18nProvider>
  );
}
