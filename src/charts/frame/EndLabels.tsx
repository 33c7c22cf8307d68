import { usePlot } from './plot.ts';
import { END_GAP, nameLines } from '../geometry/endLabels.ts';
import { hasRightToLeft, inOwnDirection } from '../../i18n/bidi.ts';
import { linePath } from '../geometry/points.ts';
import { repel } from '../geometry/repel.ts';
import styles from './chart.module.css';
import type { LaneLook } from '../types.ts';
import { lookData } from '../types.ts';

export interface EndLabel {
  readonly key: number;
  readonly text: string;
  /** What all labels in this place have in common, written once: `0 · `. */
  readonly lead?: string;
  /** Names of lanes are emphasised, other labels are not. */
  readonly look?: LaneLook;
  /** Where the line ends, in px; null: no label. */
  readonly y: number | null;
}

interface EndLabelsProps {
  readonly labels: readonly EndLabel[];
  readonly rem: number;
  /** The end of the lines where they can be told apart; the right end by default. */
  readonly side?: 'left' | 'right';
  /** Where the lines currently end along x, in px; the edge of the plot by default. */
  readonly at?: number | undefined;
  /** Limits of the names along y, in px; the edges of the plot by default. */
  readonly top?: number | undefined;
  readonly foot?: number | undefined;
  /** Where the lines end along x, in px, if not at the edge: then every name has a leader line. */
  readonly tiedFrom?: number | undefined;
}

/** Begins and ends text that runs from right to left as a whole. */
const RIGHT_TO_LEFT = '\u2067';
const END_OF_ISOLATE = '\u2069';

/** Height of one line of a label, in rem; Persian letters have longer ascenders and descenders. */
const pitchOf = (text: string): number => (hasRightToLeft(text) ? 1.3 : 1.08);

/**
 * Names at the ends of the lines, moved apart where they would overlap. A name that was moved has a leader line;
 * lines that end in the same place share a label.
 */
export function EndLabels(props: EndLabelsProps) {
  const { labels, rem, side = 'right', at, top, foot, tiedFrom } = props;
  const { plot, width } = usePlot();
  const away = side === 'right' ? 1 : -1;
  const edge = at ?? (side === 'right' ? plot.x + plot.width : plot.x);
  const x = edge + away * rem * END_GAP;
  const room = side === 'right' ? width - x : x;
  const ends = labels.flatMap(({ y, ...label }) => (y === null ? [] : [{ ...label, y }]));
  const shown = coinciding(ends).map((together) => ({
    together,
    y: together[0]?.y ?? 0,
    lines: nameLines(
      together.map(({ text, lead = '' }, i) => (i === 0 ? lead + text : text)),
      rem,
      room,
    ),
    pitch: Math.max(...together.map(({ text }) => pitchOf(text))) * rem,
  }));
  const beyond = rem * 0.35;
  const placed = repel(
    shown.map((label) => label.y),
    shown.map(({ lines, pitch }) => lines.length * pitch),
    top ?? plot.y - beyond,
    foot ?? plot.y + plot.height + beyond,
  );
  const labelled = shown.map((label, i) => ({ ...label, at: placed[i] ?? label.y }));
  const ties = labelled
    .filter(({ y: end, at: y }) => tiedFrom !== undefined || Math.abs(y - end) > rem * 0.2)
    .map(({ y: end, at: y }) =>
      linePath([
        [tiedFrom ?? edge + away * 2, end],
        [x - away * 4, y],
      ]),
    );
  return (
    <>
      <path className={styles['tie']} d={ties.join('')} />
      {labelled.map(({ together, lines, pitch, at: y }) => (
        // Moved as a whole, so that the letters are not laid out again.
        <g key={together[0]?.key} transform={`translate(${x} ${y})`}>
          {lines.map((line, k) => {
            const look = together[line[0]?.of ?? 0]?.look;
            // The line as a whole runs from right to left, so that a comma follows its name.
            const isRtl = together.some(({ text }) => hasRightToLeft(text));
            return (
              <text
                // oxlint-disable-next-line react/no-array-index-key -- two lines may have the same words
                key={k}
                className={styles[look === undefined ? 'sideLabel' : 'endLabel']}
                data-side={side}
                y={(k - (lines.length - 1) / 2) * pitch}
                dy="0.36em"
                {...(look === undefined ? {} : lookData(look))}
              >
                {isRtl && RIGHT_TO_LEFT}
                {line.map(({ of, text, comma }) => {
                  const own = together[of]?.look;
                  return (
                    <tspan
                      key={of}
                      className={own === undefined ? undefined : styles['endName']}
                      {...(own === undefined ? {} : lookData(own))}
                    >
                      {inOwnDirection(text)}
                      {comma && (isRtl ? '، ' : ', ')}
                    </tspan>
                  );
                })}
                {isRtl && END_OF_ISOLATE}
              </text>
            );
          })}
        </g>
      ))}
    </>
  );
}

/** Ends at least this many px apart have separate labels. */
const APART = 1;

type End = Omit<EndLabel, 'y'> & { readonly y: number };

/** Groups the lanes whose lines end in the same place, in their order; other labels stay alone. */
function coinciding(ends: readonly End[]): readonly (readonly End[])[] {
  const groups: End[][] = [];
  for (const end of ends) {
    const found = groups.find(
      ([first]) =>
        first?.look !== undefined && end.look !== undefined && Math.abs(first.y - end.y) < APART,
    );
    if (found === undefined) groups.push([end]);
    else found.push(end);
  }
  return groups;
}
