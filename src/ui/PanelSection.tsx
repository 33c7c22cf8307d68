import type { ReactNode } from 'react';
import styles from './PanelSection.module.css';

interface PanelSectionProps {
  readonly title: ReactNode;
  /** Control beside the title that chooses the panel of the section. */
  readonly choice: ReactNode;
  readonly children: ReactNode;
}

/** A section of a page that shows one of several panels. */
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

/** A row of the controls that determine what a panel shows. */
export function Picks({ children }: { readonly children: ReactNode }) {
  return <div className={styles['picks']}>{children}</div>;
}

/** Two figures, side by side if there is room. */
export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className={styles['pair']}>{children}</div>;
}
