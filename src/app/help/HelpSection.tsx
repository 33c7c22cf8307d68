import type { ReactNode } from 'react';
import styles from './Help.module.css';

export interface HelpRow {
  readonly id: string;
  readonly term: ReactNode;
  readonly meaning: ReactNode;
  /** The term is a word and not a symbol: what it means follows in the same line. */
  readonly inLine?: boolean;
}

interface HelpSectionProps {
  readonly title: string;
  readonly rows: readonly HelpRow[];
}

/** Keys or words, and beside them what they mean. */
export function HelpSection({ title, rows }: HelpSectionProps) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ id, term, meaning, inLine = false }) => (
          <div key={id} data-in-line={inLine}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
