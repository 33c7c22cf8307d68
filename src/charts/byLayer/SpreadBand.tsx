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
  /** Px along y between which the names keep; the plot's own edges where absent. */
  readonly top?: number;
  readonly foot?: number;
  /** Px along x from which each name is tied to its line; where absent, only names that had to move are. */
  readonly tiedFrom?: number;
  /** Most powers of ten to label; none where absent: then an axis does. */
  readonly labelled?: number;
}

/** What was measured where the lines part: last of what goes forward, first of what comes back. */
function endOf({ measured }: SpreadLane, direction: 'forward' | 'backward'): number | null {
  const there = (value: number | null): boolean => value !== null && !Number.isNaN(value);
  return (direction === 'forward' ? measured.findLast(there) : measured.find(there)) ?? null;
}

/** The lanes' lines on their decades: rules, the rows of 0 and ∞, names where the lines part. */
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
