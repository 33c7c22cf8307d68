import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { FocusBand } from '../frame/FocusBand.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { SpreadLine } from './SpreadLine.tsx';
import { infinityRow, isOnAxis, logPlace, zeroRow } from '../geometry/logRows.ts';
import type { SpreadLane } from './spread.ts';
import { decadeTicks } from '../geometry/decades.ts';
import { useSpread } from './spreadContext.ts';
import styles from '../frame/chart.module.css';

/** What was measured where the lines part: last of what goes forward, first of what comes back. */
function endOf({ measured }: SpreadLane, direction: 'forward' | 'backward'): number | null {
  const there = (value: number | null): boolean => value !== null && !Number.isNaN(value);
  return (direction === 'forward' ? measured.findLast(there) : measured.find(there)) ?? null;
}

/** Everything in a SpreadByLayer that depends on values. */
export function SpreadMarks() {
  const data = useSpread();
  const plot = usePlotArea();
  const sx = useXAxisScale();
  const sy = useYAxisScale();
  if (plot === undefined || sx === undefined || sy === undefined) return null;
  const { lanes, direction, format, words, rem } = data;
  const backward = direction === 'backward';
  const tickEnd = backward ? plot.x + plot.width + 8 : plot.x - rem * 0.5;
  const rules = decadeTicks(data, 6).map((k) => `M${plot.x},${sy(k)}h${plot.width}`);
  const has = (value: number): boolean => lanes.some((lane) => lane.measured.includes(value));
  const extremes = [
    has(0) ? { at: zeroRow(data), label: format.integer(0) } : null,
    has(Infinity) ? { at: infinityRow(data), label: '∞' } : null,
  ].filter((extreme) => extreme !== null);
  return (
    <g>
      <FocusBand layer={data.focused} layers={data.layers} />
      <path className={styles['rule']} d={rules.join('')} />
      <path className={styles['reference']} d={`M${plot.x},${sy(data.reference)}h${plot.width}`} />
      {extremes.map(({ at, label }) => (
        <g key={label}>
          <path className={styles['extreme']} d={`M${plot.x},${sy(at)}h${plot.width}`} />
          <text
            className={styles['yTick']}
            data-side={backward ? 'right' : 'left'}
            x={tickEnd}
            y={sy(at)}
            dy="0.36em"
          >
            {label}
          </text>
        </g>
      ))}
      {lanes.map((lane) => (
        <SpreadLine key={lane.lane} lane={lane} data={data} sx={sx} sy={sy} />
      ))}
      {backward && <CostDot />}
      <EndLabels
        rem={rem}
        side={backward ? 'left' : 'right'}
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

/** Where the gradient sets out: the cost, right of the last layer, at the height of the lanes' middle. */
function CostDot() {
  const data = useSpread();
  const plot = usePlotArea();
  const sx = useXAxisScale();
  const sy = useYAxisScale();
  const ends = data.lanes
    .flatMap(({ measured }) => measured[data.layers - 1] ?? [])
    .filter(isOnAxis)
    .toSorted((a, b) => a - b);
  const middle = ends[ends.length >> 1];
  if (plot === undefined || middle === undefined) return null;
  const x = (sx?.(data.layers) ?? 0) / 2 + (plot.x + plot.width) / 2;
  const y = sy?.(Math.log10(middle));
  return (
    <g className={styles['cost']}>
      <circle cx={x} cy={y} r={data.rem * 0.5} />
      <text x={x} y={y} dy="0.36em">
        C
      </text>
    </g>
  );
}

/** The numbers of one layer, largest first, as the dots lie. */
export function SpreadTip({ at: layer }: { readonly at: number }) {
  const { lanes, format, words } = useSpread();
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : <HtmlNumber text={format.number(value)} />;
  const rows = lanes
    .filter((lane) => lane.measured[layer - 1] !== undefined)
    .toSorted((a, b) => (b.measured[layer - 1] ?? -1) - (a.measured[layer - 1] ?? -1))
    .map((lane) => ({
      key: lane.lane,
      name: lane.name,
      look: lane,
      cells: [cell(lane.measured[layer - 1]), cell(lane.theory?.[layer - 1])],
    }));
  return <ChartTip title={words.layer(layer)} heads={[words.measured, words.theory]} rows={rows} />;
}
