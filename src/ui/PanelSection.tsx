import type { ReactNode } from 'react';
import styles from './PanelSection.module.css';

interface PanelSectionProps {
  readonly title: ReactNode;
  /** Beside the title: what chooses between the section's panels. */
  readonly choice: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page that shows one of several panels. */
export function PanelSection({ title, choice, children }: PanelSectionProps) {
  return (
    <section className={styles['section']}>
      <div className={styles['bar']}>
        <h2 className={styles['title']}>{title}</h2>
        {choice}
      </div>
      {children}
    </section>
  );
}

/** The few controls that say what a panel shows, in a row. */
export function Picks({ children }: { readonly children: ReactNode }) {
  return <div className={styles['picks']}>{children}</div>;
}

/** Two figures beside one another, where there is room. */
export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className={styles['pair']}>{children}</div>;
}
