import type { ReactNode } from 'react';
import { CircleQuestionMark, SunMoon } from 'lucide-react';
import { useI18n, useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from './LinkButton.tsx';
import { closeMenu, Menu } from './Menu.tsx';
import styles from './Shell.module.css';
import { hashOf, raceHash } from '../address/route.ts';
import type { Route, View } from '../address/route.ts';
import { nextTheme, toggleLanguage } from './shortcuts.ts';
import { useNarrow } from './useNarrow.ts';
import { RACES } from '../address/exampleLinks.ts';

export interface ShellProps {
  readonly route: Route;
  readonly onHelp: () => void;
  readonly children: ReactNode;
}

/** The page's frame with the header of every page. */
export function Shell({ route, onHelp, children }: ShellProps) {
  const { nav } = useWords();
  const narrow = useNarrow();
  const { view } = route;
  return (
    <>
      <header className={styles['header']}>
        <a
          className={styles['skip']}
          href="#content"
          onClick={(event) => {
            // The hash is used by the route.
            event.preventDefault();
            document.querySelector('main')?.focus();
          }}
        >
          {nav.skip}
        </a>
        <a className={styles['brand']} href={hashOf('start')} lang="en" dir="ltr">
          Init Lab
        </a>
        {!narrow && <Doors view={view} />}
        <div className={styles['tools']}>
          <LanguageButton />
          <ThemeButton />
          {narrow ? (
            <Menu>
              <Doors view={view} />
              <HelpButton onHelp={onHelp} />
              <LinkButton route={route} />
            </Menu>
          ) : (
            <>
              <HelpButton onHelp={onHelp} />
              <LinkButton route={route} />
            </>
          )}
        </div>
      </header>
      {children}
    </>
  );
}

/** Targets of the links to the views; the races start with one that everybody should see. */
const DOORS = {
  lesson: hashOf('lesson'),
  lab: hashOf('lab'),
  train: raceHash(RACES.deep),
  map: hashOf('map'),
  weights: hashOf('weights'),
} as const satisfies Partial<Record<View, string>>;

/** Links to the views. */
function Doors({ view }: { readonly view: View }) {
  const { nav } = useWords();
  return (
    <nav className={styles['nav']} aria-label={nav.label}>
      {(['lesson', 'lab', 'train', 'map', 'weights'] as const).map((each) => (
        <a
          key={each}
          href={DOORS[each]}
          aria-current={each === view ? 'page' : undefined}
          onClick={closeMenu}
        >
          {nav[each]}
        </a>
      ))}
    </nav>
  );
}

function LanguageButton() {
  const { words, language } = useI18n();
  const other = language === 'en' ? 'fa' : 'en';
  return (
    <Button
      kind="quiet"
      className={styles['language'] ?? ''}
      data-action="language"
      lang={other}
      dir={other === 'fa' ? 'rtl' : 'ltr'}
      onClick={toggleLanguage}
      title={words.nav.languageHint}
    >
      <span className={styles['wide']}>{words.nav.language}</span>
      <span className={styles['short']} aria-hidden>
        {words.nav.languageShort}
      </span>
    </Button>
  );
}

function ThemeButton() {
  const { nav } = useWords();
  const theme = useStore((state) => state.theme);
  return (
    <Button
      kind="quiet"
      data-action="theme"
      onClick={nextTheme}
      aria-label={`${nav.theme}: ${nav.themes[theme]}`}
      title={nav.theme}
    >
      <SunMoon aria-hidden size="1.15em" />
      <span className={styles['wide']}>{nav.themes[theme]}</span>
    </Button>
  );
}

function HelpButton({ onHelp }: { readonly onHelp: () => void }) {
  const { nav } = useWords();
  return (
    <Button
      kind="quiet"
      data-action="help"
      title={nav.help}
      onClick={(event) => {
        closeMenu(event);
        onHelp();
      }}
    >
      <CircleQuestionMark aria-hidden size="1.15em" />
      <span className={styles['helpName']}>{nav.help}</span>
    </Button>
  );
}
