import { ExternalLink } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import styles from './Embedded.module.css';
import { addressOf, currentHash, hashOf, withKeys } from '../address/route.ts';
import type { ShellProps } from './Shell.tsx';

/** Inside another page: the stage, and a small way to the whole. */
export function Embedded({ view, page, children }: ShellProps) {
  const { share } = useWords();
  const lab = useStore((state) => state.lab);
  // Of the lesson, the step.
  const whole = view === 'lesson' ? currentHash() : hashOf(view, lab, page);
  const hash = withKeys(whole, { embed: null });
  return (
    <>
      {children}
      <footer className={styles['footer']}>
        <a href={addressOf(hash)} target="_blank" rel="noreferrer" data-action="full">
          <span>{share.full}</span>
          <ExternalLink aria-hidden size="1em" />
        </a>
      </footer>
    </>
  );
}
