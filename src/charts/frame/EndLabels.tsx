import { useChartWidth, usePlotArea } from 'recharts';
import { END_GAP, endLines } from '../geometry/endLabels.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { repel } from '../geometry/repel.ts';
import styles from './chart.module.css';
import type { Tone } from '../types.ts';

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
  const width = useChartWidth();
  if (plot === undefined || width === undefined) return null;
  const right = plot.x + plot.width;
  const x = right + rem * END_GAP;
  const shown = labels.flatMap(({ y, ...label }) =>
    y === null ? [] : [{ ...label, y, lines: endLines(label.text, rem, width - x) }],
  );
  const line = rem * 1.05;
  const edge = line / 2 - rem * 0.2;
  const placed = repel(
    shown.map((label) => label.y),
    shown.map(({ lines }) => lines.length * line),
    plot.y - edge,
    plot.y + plot.height + edge,
  );
  return shown.map((label, i) => {
    const y = placed[i] ?? label.y;
    const first = y - ((label.lines.length - 1) * line) / 2;
    return (
      <g key={label.key} data-tone={label.tone}>
        {Math.abs(y - label.y) > rem * 0.2 && (
          <path className={styles['tie']} d={`M${right + 2},${label.y}L${x - 4},${y}`} />
        )}
        <text className={styles[label.tone === undefined ? 'sideLabel' : 'endLabel']}>
          {label.lines.map((text, k) => (
            <tspan key={text} x={x} y={first + k * line} dy="0.36em">
              {inOwnDirection(text)}
            </tspan>
          ))}
        </text>
      </g>
    );
  });
}
