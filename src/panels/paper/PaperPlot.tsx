import { useId } from 'react';
import type { ReactNode } from 'react';
import { endLines } from '../../charts/geometry/endLabels.ts';
import { repel } from '../../charts/geometry/repel.ts';
import { hasRightToLeft, inOwnDirection } from '../../i18n/bidi.ts';
import type { PaperWidth } from './paperView.ts';

/** Position along an axis, in [0, 1], and its label. */
export type PaperTick = readonly [at: number, text: string];

export interface PaperLine {
  readonly name: string;
  /** Positions along both axes, in [0, 1]; beyond them the line is cut off. null: a gap. */
  readonly points: readonly (readonly [x: number, y: number] | null)[];
  /** A point with a ring. */
  readonly ring?: readonly [x: number, y: number] | null;
}

interface PaperPlotProps {
  readonly width: PaperWidth;
  /** Of the drawing; that of its width by default. */
  readonly height?: number;
  readonly x: readonly PaperTick[];
  readonly y: readonly PaperTick[];
  readonly lines?: readonly PaperLine[];
  /** The end at which the lines are named. */
  readonly named?: 'left' | 'right';
  /** A dashed rule across the plot. */
  readonly rule?: PaperTick | undefined;
  readonly children?: (plot: PaperArea) => ReactNode;
}

/** The inside of the axes, in the units of the drawing. */
export interface PaperArea {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Sizes in the units of the drawing; a whole figure is as wide as the sheet and, with its texts, 80 mm high. */
export const PAPER_SIZES = {
  whole: { w: 600, h: 214 },
  half: { w: 290, h: 176 },
} as const satisfies Record<PaperWidth, object>;
/** The most that names may take of the width. */
const WIDEST = { whole: 0.27, half: 0.36 } as const;
/** Average width of a letter. */
const LETTER = 6.3;
const TICKS = 46;
const FOOT = 26;
const EM = 13;
const PITCH = 15;
/** Lanes in black: what tells them apart is the dash. */
export const PAPER_DASHES = ['', '9 4', '2 3', '9 3 2 3', '14 3 2 3 2 3', '18 5'] as const;

/** Width of a name's letters, relative to Latin ones. */
const widthOf = (name: string): number => (hasRightToLeft(name) ? 1.2 : 1);

const round = (value: number): string => value.toFixed(1);

/** Axes and lines in black. */
export function PaperPlot(props: PaperPlotProps) {
  const { width, x, y, lines = [], named = 'right', rule, children } = props;
  const id = useId();
  const { w } = PAPER_SIZES[width];
  const h = props.height ?? PAPER_SIZES[width].h;
  const longest = Math.max(0, ...lines.map(({ name }) => name.length * widthOf(name)));
  const widest = w * WIDEST[width] * Math.max(1, ...lines.map(({ name }) => widthOf(name)));
  // One line needs no name: the text says whose it is.
  const names = lines.length > 1 ? Math.min(widest, 16 + longest * LETTER) : y.length > 0 ? 12 : 22;
  const side = y.length > 0 ? TICKS : 22;
  const [left, right] = named === 'right' ? [side, names] : [names, side];
  const plot: PaperArea = { x: left, y: 7, w: w - left - right, h: h - 7 - FOOT };
  const [sx, sy] = [
    (at: number) => plot.x + at * plot.w,
    (at: number) => plot.y + (1 - at) * plot.h,
  ];
  const bottom = plot.y + plot.h;
  return (
    <svg viewBox={`0 0 ${w} ${h}`} aria-hidden>
      <defs>
        <clipPath id={id}>
          <rect x={plot.x} y={plot.y - 2} width={plot.w} height={plot.h + 4} />
        </clipPath>
      </defs>
      {x.map(([at, text]) => (
        <g key={`${at} ${text}`}>
          <line x1={sx(at)} x2={sx(at)} y1={plot.y} y2={bottom} data-rule />
          <text x={sx(at)} y={bottom + 18} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {y.map(([at, text]) => (
        <g key={`${at} ${text}`}>
          <line x1={plot.x} x2={plot.x + plot.w} y1={sy(at)} y2={sy(at)} data-rule />
          <text
            x={named === 'right' ? plot.x - 6 : plot.x + plot.w + 6}
            y={sy(at) + 4.5}
            textAnchor={named === 'right' ? 'end' : 'start'}
          >
            {text}
          </text>
        </g>
      ))}
      {rule !== undefined && (
        <>
          <line x1={plot.x} x2={plot.x + plot.w} y1={sy(rule[0])} y2={sy(rule[0])} data-dashed />
          <text x={plot.x + plot.w - 4} y={sy(rule[0]) - 4} textAnchor="end">
            {rule[1]}
          </text>
        </>
      )}
      <g clipPath={`url(#${id})`}>
        {lines.map(({ name, points }, index) => (
          <path
            key={name}
            data-drawn
            strokeDasharray={PAPER_DASHES[index]}
            d={points
              .map((point, i) =>
                point === null
                  ? ''
                  : `${points[i - 1] == null ? 'M' : 'L'}${round(sx(point[0]))},${round(sy(point[1]))}`,
              )
              .join('')}
          />
        ))}
      </g>
      {lines.map(
        ({ name, ring }) =>
          ring != null && <circle key={name} cx={sx(ring[0])} cy={sy(ring[1])} r={4.5} data-ring />,
      )}
      {children?.(plot)}
      <path
        data-axis
        d={
          y.length === 0
            ? `M${plot.x},${bottom}h${plot.w}`
            : named === 'right'
              ? `M${plot.x},${plot.y}V${bottom}h${plot.w}`
              : `M${plot.x},${bottom}h${plot.w}V${plot.y}`
        }
      />
      {lines.length > 1 && <LineNames lines={lines} named={named} plot={plot} room={names} />}
    </svg>
  );
}

interface LineNamesProps {
  readonly lines: readonly PaperLine[];
  readonly named: 'left' | 'right';
  readonly plot: PaperArea;
  readonly room: number;
}

/** The lanes' names beside the ends of their lines, moved apart where they would overlap. */
function LineNames({ lines, named, plot, room }: LineNamesProps) {
  const away = named === 'right' ? 1 : -1;
  const edge = named === 'right' ? plot.x + plot.w : plot.x;
  const ends = lines.flatMap(({ name, points }) => {
    const drawn = points.filter((point) => point !== null);
    const end = named === 'right' ? drawn.at(-1) : drawn[0];
    if (end === undefined) return [];
    const y = plot.y + (1 - Math.max(0, Math.min(1, end[1]))) * plot.h;
    return [
      {
        name,
        y,
        x: plot.x + end[0] * plot.w,
        lines: endLines(name, EM, (room - 14) / widthOf(name)),
      },
    ];
  });
  const placed = repel(
    ends.map(({ y }) => y),
    ends.map((end) => end.lines.length * PITCH),
    0,
    // Above the number at the end of the axis.
    plot.y + plot.h + 5,
  );
  return ends.map((end, i) => {
    const at = placed[i] ?? end.y;
    return (
      <g key={end.name}>
        <path d={`M${round(end.x)},${round(end.y)}L${edge + away * 10},${round(at)}`} data-tie />
        {end.lines.map((text, k) => (
          <text
            key={text}
            x={edge + away * 13}
            y={at + (k - (end.lines.length - 1) / 2) * PITCH + 4.5}
            textAnchor={named === 'right' ? 'start' : 'end'}
          >
            {inOwnDirection(text)}
          </text>
        ))}
      </g>
    );
  });
}
