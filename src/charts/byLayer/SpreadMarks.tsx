import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { FocusBand } from '../frame/FocusBand.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { SpreadLine } from './SpreadLine.tsx';
import { spreadPosition, ZERO_AT } from './spread.ts';
import type { SpreadLane } from './spread.ts';
import { decadeTicks } from '../geometry/decades.ts';
import { useSpread } from './spreadContext.ts';
import styles from '../frame/chart.module.css';

const lastMeasured = (lane: SpreadLane): number | null =>
  lane.measured.findLast((value) => value !== null && !Number.isNaN(value)) ?? null;

/** Everything in a SpreadByLayer that depends on values. */
export function SpreadMarks() {
  const data = useSpread();
  const plot = usePlotArea();
  const sx = useXAxisScale();
  const sy = useYAxisScale();
  if (plot === undefined || sx === undefined || sy === undefined) return null;
  const { lanes, lo, hi, strip, format, words, rem } = data;
  const rules = decadeTicks(data, 6).map((k) => `M${plot.x},${sy(k)}h${plot.width}`);
  const has = (value: number): boolean => lanes.some((lane) => lane.measured.includes(value));
  const extremes = [
    has(0) ? { at: lo - strip * ZERO_AT, label: format.integer(0) } : null,
    has(Infinity) ? { at: hi + strip * ZERO_AT, label: '∞' } : null,
  ].filter((extreme) => extreme !== null);
  return (
    <g>
      <FocusBand layer={data.focused} layers={data.layers} />
      <path className={styles['rule']} d={rules.join('')} />
      <path className={styles['reference']} d={`M${plot.x},${sy(data.reference)}h${plot.width}`} />
      {extremes.map(({ at, label }) => (
        <g key={label}>
          <path className={styles['extreme']} d={`M${plot.x},${sy(at)}h${plot.width}`} />
          <text className={styles['yTick']} x={plot.x - rem * 0.5} y={sy(at)} dy="0.36em">
            {label}
          </text>
        </g>
      ))}
      {lanes.map((lane) => (
        <SpreadLine key={lane.lane} lane={lane} data={data} sx={sx} sy={sy} />
      ))}
      <EndLabels
        rem={rem}
        labels={lanes.map((lane) => {
          const last = lastMeasured(lane);
          const at = spreadPosition(last, data);
          const prefix =
            last === 0
              ? `${format.integer(0)} · `
              : last === Infinity
                ? `${words.infinite} · `
                : '';
          return {
            key: lane.lane,
            text: prefix + lane.name,
            tone: lane.tone,
            y: at === null ? null : (sy(at) ?? null),
          };
        })}
      />
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
      tone: lane.tone,
      dash: lane.dash,
      cells: [cell(lane.measured[layer - 1]), cell(lane.theory?.[layer - 1])],
    }));
  return <ChartTip title={words.layer(layer)} heads={[words.measured, words.theory]} rows={rows} />;
}
