import type { ReactNode } from 'react';
import styles from './paper.module.css';

export interface PaperFigureProps {
  readonly kind: string;
  readonly use: 'given' | 'drawn' | 'answer';
  readonly isWide?: boolean;
  readonly title: string;
  readonly y?: string | undefined;
  readonly x?: string | undefined;
  readonly children: ReactNode;
}

/** A picture with its title and the titles of its axes. */
export function PaperFigure(props: PaperFigureProps) {
  const { kind, use, isWide = true, title, y, x, children } = props;
  return (
    <figure className={styles['picture']} data-picture={kind} data-use={use} data-wide={isWide}>
      <figcaption>
        <strong>{title}</strong> {y !== undefined && <span>{y}</span>}
      </figcaption>
      {children}
      {x !== undefined && <p className={styles['x']}>{x}</p>}
    </figure>
  );
}
