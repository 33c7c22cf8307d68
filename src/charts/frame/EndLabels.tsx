import { useChartWidth, usePlotArea } from 'recharts';
import { END_GAP, endLines } from '../geometry/endLabels.ts';
import { hasRightToLeft, inOwnDirection } from '../../i18n/bidi.ts';
import { repel } from '../geometry/repel.ts';
import styles from './chart.module.css';
import type { LaneLook } from '../types.ts';
import { lookData } from '../types.ts';

export interface EndLabel {
  readonly key: number;
  readonly text: string;
  /** Names of lanes are strong, other labels quiet. */
  readonly look?: LaneLook;
  /** Where the line ends; null: no label. */
  readonly y: number | null;
}

interface EndLabelsProps {
  readonly labels: readonly EndLabel[];
  readonly rem: number;
  /** The end of the lines at which they can be told apart; the right one where absent. */
  readonly side?: 'left' | 'right';
  /** Px along x where the lines end by now; the plot's edge where absent. */
  readonly at?: number | undefined;
  /** Px along y between which the names keep; the plot's own edges where absent. */
  readonly top?: number | undefined;
  readonly foot?: number | undefined;
  /** Px along x where the lines end, away from the edge: then every name is tied to its line. */
  readonly tiedFrom?: number | undefined;
}

/** Of one line of a label, in rem: Persian letters reach further up and down. */
const pitchOf = (text: string): number => (hasRightToLeft(text) ? 1.3 : 1.08);

/** Names at the lines' ends, moved apart; one that had to move is tied to its line. */
export function EndLabels(props: EndLabelsProps) {
  const { labels, rem, side = 'right', at, top, foot, tiedFrom } = props;
  const plot = usePlotArea();
  const width = useChartWidth();
  if (plot === undefined || width === undefined) return null;
  const away = side === 'right' ? 1 : -1;
  const edge = at ?? (side === 'right' ? plot.x + plot.width : plot.x);
  const x = edge + away * rem * END_GAP;
  const room = side === 'right' ? width - x : x;
  const shown = labels.flatMap(({ y, ...label }) =>
    y === null ? [] : [{ ...label, y, lines: endLines(label.text, rem, room) }],
  );
  const heights = shown.map(({ text, lines }) => lines.length * pitchOf(text) * rem);
  const beyond = rem * 0.35;
  const placed = repel(
    shown.map((label) => label.y),
    heights,
    top ?? plot.y - beyond,
    foot ?? plot.y + plot.height + beyond,
  );
  return shown.map((label, i) => {
    const y = placed[i] ?? label.y;
    const line = pitchOf(label.text) * rem;
    const first = y - ((label.lines.length - 1) * line) / 2;
    return (
      <g key={label.key} {...(label.look === undefined ? {} : lookData(label.look))}>
        {(tiedFrom !== undefined || Math.abs(y - label.y) > rem * 0.2) && (
          <path
            className={styles['tie']}
            d={`M${tiedFrom ?? edge + away * 2},${label.y}L${x - away * 4},${y}`}
          />
        )}
        <text
          className={styles[label.look === undefined ? 'sideLabel' : 'endLabel']}
          data-side={side}
        >
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
