import type { ReactNode } from 'react';
import styles from './Help.module.css';

export interface HelpRow {
  readonly id: string;
  readonly term: ReactNode;
  readonly meaning: ReactNode;
  /** The term is a word, not a symbol; its meaning follows on the same line. */
  readonly inLine?: boolean;
}

interface HelpSectionProps {
  readonly title: string;
  readonly rows: readonly HelpRow[];
}

/** A list of keys or words with their meanings. */
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
