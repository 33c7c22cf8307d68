import { usePlotArea, useYAxisScale } from 'recharts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { FocusBand } from '../frame/FocusBand.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { DENSITY_LEVELS, denseRuns, medianDecade } from './magnitudes.ts';
import { useMagnitudes } from './magnitudeContext.ts';
import styles from '../frame/chart.module.css';

const fixed = (px: number): string => String(Math.round(px * 10) / 10);

/** One path a density level for the whole map, the strips for zeros and non-finite values, the median. */
export function MagnitudeMarks() {
  const { columns, layers, limits, narrow, lo, hi, rem, words, focused } = useMagnitudes();
  const plot = usePlotArea();
  const sy = useYAxisScale();
  if (plot === undefined || sy === undefined) return null;
  const pitch = plot.width / layers;
  const gap = pitch > 8 ? 1 : 0;
  const left = (i: number): string => fixed(plot.x + i * pitch + gap / 2);
  const width = fixed(pitch - gap);
  const y = (decade: number): number => sy(Math.max(lo, Math.min(hi, decade))) ?? 0;
  const top = y(hi);
  const bottom = y(lo);
  const depth = plot.y + plot.height - bottom - 3;

  const levels = DENSITY_LEVELS.map((level) =>
    columns
      .flatMap((column, i) =>
        column === null
          ? []
          : denseRuns(column.magnitudes, level).map(
              ([from, to]) => `M${left(i)},${fixed(y(to))}h${width}V${fixed(y(from))}h-${width}Z`,
            ),
      )
      .join(''),
  );
  const median = columns.map((column, i) => {
    const decade = column === null ? null : medianDecade(column.magnitudes);
    return decade === null ? null : `${left(i)},${fixed(y(decade))}h${width}`;
  });
  const line = median
    .map((d, i) => (d === null ? '' : `${median[i - 1] ? 'L' : 'M'}${d}`))
    .join('');
  const bars = (share: (i: number) => number, from: number, sign: 1 | -1): string =>
    columns
      .map((_, i) => {
        const height = share(i) * depth;
        return height > 0
          ? `M${left(i)},${from}v${fixed(sign * Math.max(1, height))}h${width}V${from}Z`
          : '';
      })
      .join('');
  const zeros = bars((i) => columns[i]?.zero ?? 0, plot.y + plot.height, -1);
  const lost = bars(
    (i) => {
      const column = columns[i];
      return column ? 1 - column.finite / Math.max(1, column.count) : 0;
    },
    plot.y,
    1,
  );
  return (
    <g>
      <path
        className={styles['well']}
        d={[
          [plot.y, depth],
          [top, bottom - top],
          [plot.y + plot.height - depth, depth],
        ]
          .map(([y, height]) => `M${plot.x},${y}h${plot.width}v${height}h${-plot.width}Z`)
          .join('')}
      />
      <FocusBand layer={focused} layers={layers} />
      {levels.map(
        (d, i) => d !== '' && <path key={DENSITY_LEVELS[i]} className={styles['density']} d={d} />,
      )}
      <path
        className={styles['limit']}
        d={limits.map(({ value }) => `M${plot.x},${y(Math.log10(value))}h${plot.width}`).join('')}
      />
      <path className={styles['medianLine']} d={line} />
      <path className={styles['share']} d={zeros + lost} />
      <text
        className={styles['yTick']}
        x={plot.x - rem * 0.5}
        y={bottom + depth / 2 + 3}
        dy="0.36em"
      >
        {words.zero}
      </text>
      <text className={styles['yTick']} x={plot.x - rem * 0.5} y={top - depth / 2 - 3} dy="0.36em">
        {words.nonFinite}
      </text>
      <EndLabels
        rem={rem}
        labels={limits.map(({ value, label, short = label }) => ({
          key: value,
          text: narrow ? short : label,
          y: y(Math.log10(value)),
        }))}
      />
    </g>
  );
}

/** A layer's magnitudes in numbers. */
export function MagnitudeTip({ at: layer }: { readonly at: number }) {
  const { columns, format, words } = useMagnitudes();
  const column = columns[layer - 1];
  if (!column) return null;
  const median = medianDecade(column.magnitudes);
  const lost = 1 - column.finite / Math.max(1, column.count);
  const rows = [
    {
      key: 1,
      name: words.median,
      cells: [median === null ? '–' : <HtmlNumber key="n" text={format.number(10 ** median)} />],
    },
    {
      key: 2,
      name: words.largest,
      cells: [<HtmlNumber key="n" text={format.number(Math.max(-column.min, column.max))} />],
    },
    { key: 3, name: words.zero, cells: [format.percent(column.zero)] },
    { key: 4, name: words.nonFinite, cells: [format.percent(lost)] },
  ];
  return <ChartTip title={words.layer(layer)} heads={[words.value]} rows={rows} />;
}
