import type { ReactNode } from 'react';
import { CircleQuestionMark, SunMoon } from 'lucide-react';
import { useI18n } from '../i18n/I18n.tsx';
import { useStore } from '../store/store.ts';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from './LinkButton.tsx';
import styles from './Shell.module.css';
import { hashOf, VIEWS } from './route.ts';
import type { Route } from './route.ts';
import { nextTheme, toggleLanguage } from './shortcuts.ts';

interface ShellProps extends Pick<Route, 'view' | 'page'> {
  readonly onHelp: () => void;
  readonly children: ReactNode;
}

/** The header on every page. */
export function Shell({ view, page, onHelp, children }: ShellProps) {
  const { words, language } = useI18n();
  const { nav } = words;
  const theme = useStore((state) => state.theme);
  const other = language === 'en' ? 'fa' : 'en';
  return (
    <>
      <header className={styles['header']}>
        <a
          className={styles['skip']}
          href="#content"
          onClick={(event) => {
            // The hash belongs to the route.
            event.preventDefault();
            document.querySelector('main')?.focus();
          }}
        >
          {nav.skip}
        </a>
        <a className={styles['brand']} href={hashOf('start', null, {})} lang="en" dir="ltr">
          Init Lab
        </a>
        <nav className={styles['nav']} aria-label={nav.label}>
          {VIEWS.filter((each) => each !== 'start').map((each) => (
            <a
              key={each}
              href={hashOf(each, null, {})}
              aria-current={each === view ? 'page' : undefined}
            >
              {nav[each]}
            </a>
          ))}
        </nav>
        <div className={styles['tools']}>
          <Button
            kind="quiet"
            className={styles['language'] ?? ''}
            data-action="language"
            lang={other}
            dir={other === 'fa' ? 'rtl' : 'ltr'}
            onClick={toggleLanguage}
            title={nav.languageHint}
          >
            {nav.language}
          </Button>
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
          <Button
            kind="quiet"
            data-action="help"
            onClick={onHelp}
            aria-label={nav.help}
            title={nav.help}
          >
            <CircleQuestionMark aria-hidden size="1.15em" />
          </Button>
          <LinkButton view={view} page={page} />
        </div>
      </header>
      {children}
    </>
  );
}
