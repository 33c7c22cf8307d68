import { useId } from 'react';
import { usePlot, useSelected } from '../frame/plot.ts';
import { shareWithin } from '../../engine/math/shareOutside.ts';
import { binAt } from '../histogram/BinTip.tsx';
import { ChartTip } from '../frame/ChartTip.tsx';
import { DrawsRow } from './DrawsRow.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { DRAWS_BINS, useDraws } from './drawsContext.ts';
import styles from './draws.module.css';
import layers from '../frame/chart.module.css';

/** The shaded interval behind all rows, and the rows. */
export function DrawsMarks() {
  const { lanes, reach, interval, rem, words } = useDraws();
  const { plot, sx } = usePlot();
  const selected = useSelected();
  const id = useId();
  const x = (value: number): number => sx(value);
  const [left, right] = [x(-(interval ?? reach)), x(interval ?? reach)];
  const end = plot.x + plot.width;
  const row = plot.height / Math.max(1, lanes.length);
  const bin = selected !== null ? binAt(selected, -reach, reach, DRAWS_BINS) : null;
  return (
    <g>
      <clipPath id={`${id}-in`}>
        <rect x={left} y={plot.y} width={right - left} height={plot.height} />
      </clipPath>
      <clipPath id={`${id}-out`}>
        <rect x={plot.x} y={plot.y} width={Math.max(0, left - plot.x)} height={plot.height} />
        <rect x={right} y={plot.y} width={Math.max(0, end - right)} height={plot.height} />
      </clipPath>
      <clipPath id={`${id}-all`}>
        <rect x={plot.x} y={plot.y} width={plot.width} height={plot.height} />
      </clipPath>
      {interval !== null && (
        <>
          <rect
            className={layers['interval']}
            x={left}
            y={plot.y - rem * 0.3}
            width={right - left}
            height={plot.height + rem * 0.3}
          />
          <text
            className={styles['interval']}
            x={(left + right) / 2}
            y={plot.y - rem * 0.7}
            textAnchor="middle"
          >
            {words.interval}
          </text>
        </>
      )}
      {bin !== null && (
        <rect
          className={layers['band']}
          x={plot.x + (bin * plot.width) / DRAWS_BINS}
          y={plot.y}
          width={plot.width / DRAWS_BINS}
          height={plot.height}
        />
      )}
      {lanes.map((lane, i) => (
        <DrawsRow
          key={lane.lane}
          lane={lane}
          top={plot.y + i * row}
          bottom={plot.y + (i + 1) * row}
          x={x}
          clips={id}
        />
      ))}
    </g>
  );
}

/** Tooltip: each lane's share of the weights in the bin at the pointer. */
export function DrawsTip({ at }: { readonly at: number }) {
  const { lanes, reach, format, words } = useDraws();
  const bin = binAt(at, -reach, reach, DRAWS_BINS);
  const edge = (i: number): number => -reach + (2 * reach * i) / DRAWS_BINS;
  return (
    <ChartTip
      title={
        <>
          <HtmlNumber text={format.number(edge(bin))} /> …{' '}
          <HtmlNumber text={format.number(edge(bin + 1))} />
        </>
      }
      heads={[words.share]}
      rows={lanes.map(({ lane, name, tone, dash, histogram }) => ({
        key: lane,
        name,
        tone,
        dash,
        cells: [
          histogram === null
            ? '–'
            : format.percent(shareWithin(histogram, edge(bin), edge(bin + 1))),
        ],
      }))}
    />
  );
}
