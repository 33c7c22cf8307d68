import type { ReactNode } from 'react';
import styles from './layers.module.css';

interface ChartAxisTitleProps {
  readonly direction: 'forward' | 'backward' | 'none';
  /** Px from the chart's left and right to the plot. */
  readonly start: number;
  readonly end: number;
  readonly children: ReactNode;
}

/** The title of a layer axis on an arrow as long as the plot: the way the signal goes. */
export function ChartAxisTitle({ direction, start, end, children }: ChartAxisTitleProps) {
  return (
    <p
      className={styles['axisTitle']}
      data-direction={direction}
      style={{ marginInlineStart: start, marginInlineEnd: end }}
    >
      <bdi>{children}</bdi>
    </p>
  );
}
