import { usePlot } from './plot.ts';
import styles from './chart.module.css';

interface FocusBandProps {
  readonly layer: number | null;
  readonly layers: number;
}

/** The marked layer, at least 3 px wide. */
export function FocusBand({ layer, layers }: FocusBandProps) {
  const { plot, sx } = usePlot();
  const x = layer === null || layer > layers ? undefined : sx?.(layer);
  if (x === undefined) return null;
  const width = Math.max(3, Math.min(plot.width / layers, 40));
  return (
    <rect
      className={styles['band']}
      x={x - width / 2}
      y={plot.y}
      width={width}
      height={plot.height}
    />
  );
}
