import { usePlot } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { medianDecade } from './magnitudes.ts';
import { MagnitudeGround } from './MagnitudeGround.tsx';
import { MagnitudeRibbon } from './MagnitudeRibbon.tsx';
import { useMagnitudes } from './magnitudeContext.ts';
import { directionOf } from '../../i18n/bidi.ts';
import styles from '../frame/chart.module.css';

/** The backgrounds, and every lane's values on them. */
export function MagnitudeMarks() {
  const { lanes, layout, focused } = useMagnitudes();
  const { plot, sx, sy } = usePlot();
  const each = plot.width / Math.max(1, layout.depths.length);
  const marked = lanes.flatMap((_, lane) => {
    if (focused === null || focused > (layout.depths[lane] ?? 0)) return [];
    const width = Math.max(3, layout.columnWidth(lane) * each);
    return `M${sx(layout.place(lane, focused)) - width / 2},${plot.y}h${width}v${plot.height}h${-width}Z`;
  });
  return (
    <g>
      <MagnitudeGround />
      <path className={styles['band']} d={marked.join('')} />
      {lanes.map((lane, index) => (
        <MagnitudeRibbon key={lane.lane} lane={lane} index={index} sx={sx} sy={sy} />
      ))}
    </g>
  );
}

/** Tooltip: a layer's magnitudes in numbers. */
export function MagnitudeTip({ at }: { readonly at: number }) {
  const { lanes, layout, format, words } = useMagnitudes();
  const found = layout.columnAt(at);
  const lane = found === null ? undefined : lanes[found.lane];
  const column = found === null ? null : (lane?.columns[found.layer - 1] ?? null);
  if (found === null || lane === undefined || column === null) return null;
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
  return (
    <ChartTip
      title={
        <>
          <bdi dir={directionOf(lane.name)}>{lane.name}</bdi> · {words.layer(found.layer)}
        </>
      }
      heads={[words.value]}
      rows={rows}
    />
  );
}
