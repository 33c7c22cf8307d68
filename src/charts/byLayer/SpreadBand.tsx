import type { ScaleFunction } from 'recharts';
import { usePlotArea } from 'recharts';
import { EndLabels } from '../frame/EndLabels.tsx';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { SpreadLine } from './SpreadLine.tsx';
import { infinityRow, logPlace, zeroRow } from '../geometry/logRows.ts';
import { decadeText, decadeTicks } from '../geometry/decades.ts';
import type { SpreadData, SpreadLane } from './spread.ts';
import styles from '../frame/chart.module.css';

interface SpreadBandProps {
  readonly data: SpreadData;
  readonly sx: ScaleFunction;
  readonly sy: ScaleFunction;
  /** Limits of the names along y, in px; the edges of the plot by default. */
  readonly top?: number;
  readonly foot?: number;
  /** Where the leader lines to the names start along x, in px; without it, only names that were moved have one. */
  readonly tiedFrom?: number;
  /** How many powers of ten to label at most; without it none, because an axis labels them. */
  readonly labelled?: number;
}

/** The measured value where the lines differ most: the last one forward, the first one backward. */
function endOf({ measured }: SpreadLane, direction: 'forward' | 'backward'): number | null {
  const there = (value: number | null): boolean => value !== null && !Number.isNaN(value);
  return (direction === 'forward' ? measured.findLast(there) : measured.find(there)) ?? null;
}

/** The lanes' lines on a log axis: rules, the rows for 0 and ∞, and names where the lines differ most. */
export function SpreadBand(props: SpreadBandProps) {
  const { data, sx, sy, top, foot, tiedFrom, labelled } = props;
  const plot = usePlotArea();
  if (plot === undefined) return null;
  const { lanes, direction, format, words, rem } = data;
  const backward = direction === 'backward';
  const side = backward ? 'right' : 'left';
  const tickEnd = backward ? plot.x + plot.width + rem * 0.5 : plot.x - rem * 0.5;
  const rules = decadeTicks(data, 6).map((k) => `M${plot.x},${sy(k)}h${plot.width}`);
  const has = (value: number): boolean => lanes.some((lane) => lane.measured.includes(value));
  const extremes = [
    has(0) ? { at: zeroRow(data), label: format.integer(0) } : null,
    has(Infinity) ? { at: infinityRow(data), label: '∞' } : null,
  ].filter((extreme) => extreme !== null);
  return (
    <g>
      <path className={styles['rule']} d={rules.join('')} />
      <path className={styles['reference']} d={`M${plot.x},${sy(data.reference)}h${plot.width}`} />
      {(labelled === undefined ? [] : decadeTicks(data, labelled)).map((decade) => (
        <text
          key={decade}
          className={styles['yTick']}
          data-side={side}
          x={tickEnd}
          y={sy(decade)}
          dy="0.36em"
        >
          <SvgNumber text={decadeText(decade, format)} />
        </text>
      ))}
      {extremes.map(({ at, label }) => (
        <g key={label}>
          <path className={styles['extreme']} d={`M${plot.x},${sy(at)}h${plot.width}`} />
          <text className={styles['yTick']} data-side={side} x={tickEnd} y={sy(at)} dy="0.36em">
            {label}
          </text>
        </g>
      ))}
      {lanes.map((lane) => (
        <SpreadLine key={lane.lane} lane={lane} data={data} sx={sx} sy={sy} />
      ))}
      <EndLabels
        rem={rem}
        side={backward ? 'left' : 'right'}
        top={top}
        foot={foot}
        tiedFrom={tiedFrom}
        labels={lanes.map((lane) => {
          const last = endOf(lane, direction);
          const at = logPlace(last, data);
          const prefix =
            last === 0
              ? `${format.integer(0)} · `
              : last === Infinity
                ? `${words.infinite} · `
                : '';
          return {
            key: lane.lane,
            text: prefix + lane.name,
            look: lane,
            y:
              at === null
                ? null
                : (sy(Math.max(zeroRow(data), Math.min(infinityRow(data), at))) ?? null),
          };
        })}
      />
    </g>
  );
}
