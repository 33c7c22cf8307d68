import type { ReactNode } from 'react';
import { Keyboard, SunMoon } from 'lucide-react';
import { useWords } from '../i18n/I18n.tsx';
import { useStore } from '../store/store.ts';
import { THEMES } from '../store/types.ts';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from './LinkButton.tsx';
import styles from './Shell.module.css';
import { hashOf, VIEWS } from './route.ts';
import type { View } from './route.ts';

export function toggleLanguage(): void {
  const { language, setView } = useStore.getState();
  setView({ language: language === 'en' ? 'fa' : 'en' });
}

export function nextTheme(): void {
  const { theme, setView } = useStore.getState();
  setView({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'light' });
}

interface ShellProps {
  readonly view: View;
  readonly onHelp: () => void;
  readonly children: ReactNode;
}

/** The header on every page. */
export function Shell({ view, onHelp, children }: ShellProps) {
  const words = useWords();
  const language = useStore((state) => state.language);
  const theme = useStore((state) => state.theme);
  const other = language === 'en' ? 'fa' : 'en';
  return (
    <>
      <a
        className={styles['skip']}
        href="#content"
        onClick={(event) => {
          // The hash belongs to the route.
          event.preventDefault();
          document.querySelector('main')?.focus();
        }}
      >
        {words.nav.skip}
      </a>
      <header className={styles['header']}>
        <a className={styles['brand']} href={hashOf('start', null, {})} lang="en" dir="ltr">
          Init Lab
        </a>
        <nav className={styles['nav']} aria-label={words.nav.label}>
          {VIEWS.filter((each) => each !== 'start').map((each) => (
            <a
              key={each}
              href={hashOf(each, null, {})}
              aria-current={each === view ? 'page' : undefined}
            >
              {words.nav[each]}
            </a>
          ))}
        </nav>
        <div className={styles['tools']}>
          <Button
            kind="quiet"
            data-action="language"
            lang={other}
            dir={other === 'fa' ? 'rtl' : 'ltr'}
            onClick={toggleLanguage}
            title={words.nav.languageHint}
          >
            {words.nav.language}
          </Button>
          <Button
            kind="quiet"
            data-action="theme"
            onClick={nextTheme}
            aria-label={`${words.nav.theme}: ${words.nav.themes[theme]}`}
            title={words.nav.theme}
          >
            <SunMoon aria-hidden size="1.15em" />
            <span className={styles['wide']}>{words.nav.themes[theme]}</span>
          </Button>
          <Button
            kind="quiet"
            className={styles['keys'] ?? ''}
            data-action="help"
            onClick={onHelp}
            aria-label={words.nav.help}
            title={words.nav.help}
          >
            <Keyboard aria-hidden size="1.2em" />
          </Button>
          <LinkButton view={view} />
        </div>
      </header>
      {children}
    </>
  );
}
