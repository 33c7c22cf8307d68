import { usePlot } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { FocusBand } from '../frame/FocusBand.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { SpreadBand } from './SpreadBand.tsx';
import { isOnAxis } from '../geometry/logRows.ts';
import { useSpread } from './spreadContext.ts';
import styles from '../frame/chart.module.css';

/** The parts of a SpreadByLayer that depend on values. */
export function SpreadMarks() {
  const data = useSpread();
  const { sx, sy } = usePlot();
  return (
    <g>
      <FocusBand layer={data.focused} layers={data.layers} />
      <SpreadBand data={data} sx={sx} sy={sy} />
      {data.direction === 'backward' && <CostDot />}
    </g>
  );
}

/** The cost, where the gradient starts: right of the last layer, at the median height of the lanes. */
function CostDot() {
  const data = useSpread();
  const { plot, sx, sy } = usePlot();
  const ends = data.lanes
    .flatMap(({ measured }) => measured[data.layers - 1] ?? [])
    .filter(isOnAxis)
    .toSorted((a, b) => a - b);
  const middle = ends[ends.length >> 1];
  if (middle === undefined) return null;
  const x = sx(data.layers) / 2 + (plot.x + plot.width) / 2;
  const y = sy(Math.log10(middle));
  return (
    <g className={styles['cost']}>
      <circle cx={x} cy={y} r={data.rem * 0.5} />
      <text x={x} y={y} dy="0.36em">
        C
      </text>
    </g>
  );
}

/** Tooltip: the numbers of one layer, largest first, in the order of the dots from top to bottom. */
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
