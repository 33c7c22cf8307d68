import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { OpenHelp } from './help/openHelp.ts';
import type { HelpPlace } from './help/openHelp.ts';
import { FigureTools } from '../charts/frame/figureTools.ts';
import { I18nProvider, loadWords, useI18n } from '../i18n/I18n.tsx';
import { runStatus } from '../store/state/selectors.ts';
import { useStore } from '../store/store.ts';
import { LANGUAGES } from '../store/state/types.ts';
import { Notice } from '../ui/Notice.tsx';
import { later } from '../ui/later.tsx';
import { usePageSettled, whenComplete } from '../ui/pending.ts';
import styles from './App.module.css';
import { Embedded } from './shell/Embedded.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { Shell } from './shell/Shell.tsx';
import { pageShortcuts, useShortcuts, useShortcutsSwitch } from './shell/shortcuts.ts';
import { useNarrow } from './shell/useNarrow.ts';
import { useRoute } from './address/useRoute.ts';
import { useWhileReading } from './firstPicture.ts';
import { fetchComputing, fetchOtherViews, VIEW_PARTS } from './viewCode.ts';

const Help = later(async () => (await import('./help/Help.tsx')).Help);
const Notices = later(async () => (await import('./shell/Notices.tsx')).Notices);
// Optional: if its code cannot be fetched, the page works without the offer.
const Update = later(async () => (await import('./shell/Update.tsx')).Update, { optional: true });
const FigureMenu = later(async () => (await import('../panels/files/FigureMenu.tsx')).FigureMenu);

/** Sets the page's language, direction and theme on the root element. */
function useRootElement(): void {
  const { words, language, dir } = useI18n();
  const presenting = useStore((state) => state.presenting);
  const theme = useStore((state) => (state.presenting ? 'projector' : state.theme));
  useEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute('data-present', presenting);
    root.lang = language;
    root.dir = dir;
    document.title = words.meta.title;
    // The page's own script has set it before; setting it again makes every chart measure itself.
    if (root.dataset['theme'] === theme) return;
    root.dataset['theme'] = theme;
    const ground = getComputedStyle(root).getPropertyValue('--ground');
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground);
  }, [language, dir, theme, presenting, words]);
}

function fetchRest(): void {
  void fetchComputing().then(({ prepareAllThreads }) => prepareAllThreads());
  fetchOtherViews();
  for (const language of LANGUAGES) loadWords(language).catch(() => undefined);
}

/** Starts the compute threads; after the first picture, fetches what the reader will probably want next. */
function FirstSteps(): null {
  const [problem, setProblem] = useState<unknown>(null);
  // Thrown while rendering, so that the error boundary catches it.
  if (problem !== null) throw problem;
  useEffect(() => {
    const start = async (): Promise<void> =>
      void (await fetchComputing()).startComputing(whenComplete);
    // Not in the task that draws the page.
    setTimeout(() => start().catch(setProblem));
  }, []);
  useWhileReading(fetchRest);
  return null;
}

/** `data-run` becomes `done` only when the results have arrived and the parts that show them are drawn. */
function Main({ children }: { readonly children: ReactNode }) {
  const run = useStore(runStatus);
  const settled = usePageSettled();
  return (
    <main
      id="content"
      className={styles['main']}
      data-run={run === 'done' && !settled ? 'running' : run}
      tabIndex={-1}
    >
      {children}
    </main>
  );
}

function Page() {
  const { words } = useI18n();
  const route = useRoute();
  const { view, unknown, options, place, item } = route;
  const ofLab = view === 'lab' || view === 'train' || view === 'map';
  const noticed = useStore((state) => state.restarted || (ofLab && state.notices.length > 0));
  const [help, setHelp] = useState<HelpPlace | null>(null);
  const [keysOn, setKeysOn] = useShortcutsSwitch();
  const openHelp = useCallback(() => setHelp('top'), []);
  useRootElement();
  useShortcuts(
    useMemo(() => pageShortcuts(setHelp, view), [view]),
    keysOn,
  );
  const { hidden, embed: embedded } = options;
  const narrow = useNarrow();
  const Frame = embedded ? Embedded : Shell;
  const fileless = embedded || (view === 'lesson' && (narrow || hidden.has('export')));
  return (
    <OpenHelp value={setHelp}>
      <FigureTools value={fileless ? null : FigureMenu}>
        <FirstSteps />
        <Frame route={route} onHelp={openHelp}>
          <Main>
            {unknown && (
              <div className={styles['notices']}>
                <Notice>{words.notices.page}</Notice>
              </div>
            )}
            {noticed && (
              <div className={styles['notices']}>
                <Notices link={ofLab} />
              </div>
            )}
            {view === 'lab' && <VIEW_PARTS.lab hidden={hidden} embedded={embedded} />}
            {view === 'lesson' && (
              <VIEW_PARTS.lesson place={place} options={options} keysOn={keysOn} />
            )}
            {view === 'train' && <VIEW_PARTS.train hidden={hidden} embedded={embedded} />}
            {view === 'map' && <VIEW_PARTS.map />}
            {view === 'weights' && <VIEW_PARTS.weights />}
            {view === 'questions' && <VIEW_PARTS.questions item={item} />}
            {view === 'class' && <VIEW_PARTS.class />}
            {view === 'poster' && <VIEW_PARTS.poster />}
            {view === 'papers' && <VIEW_PARTS.papers item={item} />}
            {view === 'start' && <VIEW_PARTS.start />}
            {view === 'notes' && <VIEW_PARTS.notes keysOn={keysOn} />}
          </Main>
        </Frame>
      </FigureTools>
      {help !== null && (
        <Help place={help} keysOn={keysOn} onKeysOn={setKeysOn} onClose={() => setHelp(null)} />
      )}
    </OpenHelp>
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
      <Update />
    </I18nProvider>
  );
}
