import type { ReactNode } from 'react';
import styles from './chart.module.css';

interface ChartAxisTitleProps {
  readonly direction: 'forward' | 'backward';
  /** Distances from the chart's left and right edges to the plot, in px. */
  readonly start: number;
  readonly end: number;
  readonly children: ReactNode;
}

function Head({ d }: { readonly d: string }) {
  return (
    <svg className={styles['head']} viewBox="0 0 6 8" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

/** The title of a layer axis on an arrow as long as the plot, which points in the direction of the signal. */
export function ChartAxisTitle({ direction, start, end, children }: ChartAxisTitleProps) {
  return (
    <p className={styles['axisTitle']} style={{ marginInlineStart: start, marginInlineEnd: end }}>
      {direction === 'backward' && <Head d="M6,0L0,4L6,8" />}
      <span className={styles['shaft']} />
      <bdi>{children}</bdi>
      <span className={styles['shaft']} />
      {direction === 'forward' && <Head d="M0,0L6,4L0,8" />}
    </p>
  );
}
