import type { Badge as BadgeId } from '../../engine/targets/target.ts';
import { usePapersWords } from '../../i18n/papers/words.ts';
import styles from './papers.module.css';

/** The outcome for a number: a word and a mark; colour is only an addition. */
export function Badge({ badge }: { readonly badge: BadgeId }) {
  const { badges } = usePapersWords();
  return (
    <span className={styles['badge']} data-badge={badge}>
      <span aria-hidden>{badge === 'reproduced' ? '✓' : '✕'}</span> {badges[badge]}
    </span>
  );
}
