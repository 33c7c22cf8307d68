import { ExternalLink } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import styles from './Embedded.module.css';
import { addressOf, sharedHash } from '../address/route.ts';
import type { ShellProps } from './Shell.tsx';

/** The page inside another page: the stage, and a small link to the full page. */
export function Embedded({ route, children }: ShellProps) {
  const { share } = useWords();
  const lab = useStore((state) => state.lab);
  const train = useStore((state) => state.train);
  const hash = sharedHash(route, { lab, train }, { ...route.options, embed: false });
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
