import { usePlotArea } from 'recharts';
import { repel } from './repel.ts';
import styles from './layers.module.css';
import type { Tone } from './types.ts';

export interface EndLabel {
  readonly key: number;
  readonly text: string;
  /** Names of lanes are strong, other labels quiet. */
  readonly tone?: Tone;
  /** Where the line ends; null: no label. */
  readonly y: number | null;
}

interface EndLabelsProps {
  readonly labels: readonly EndLabel[];
  readonly rem: number;
}

/** Names at the lines' ends, moved apart; one that had to move is tied to its line. */
export function EndLabels({ labels, rem }: EndLabelsProps) {
  const plot = usePlotArea();
  if (plot === undefined) return null;
  const shown = labels.flatMap(({ y, ...label }) => (y === null ? [] : [{ ...label, y }]));
  const right = plot.x + plot.width;
  const placed = repel(
    shown.map((label) => label.y),
    rem * 1.05,
    plot.y + rem * 0.2,
    plot.y + plot.height - rem * 0.2,
  );
  return shown.map((label, i) => {
    const y = placed[i] ?? label.y;
    const x = right + rem * 0.9;
    return (
      <g key={label.key} data-tone={label.tone}>
        {Math.abs(y - label.y) > rem * 0.2 && (
          <path className={styles['tie']} d={`M${right + 2},${label.y}L${x - 4},${y}`} />
        )}
        <text
          className={styles[label.tone === undefined ? 'sideLabel' : 'endLabel']}
          x={x}
          y={y}
          dy="0.36em"
        >
          {label.text}
        </text>
      </g>
    );
  });
}
