import { ascending } from '../../engine/math/ascending.ts';
import { usePlot } from '../frame/plot.ts';
import { quantile } from '../../engine/math/quantile.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { FocusBand } from '../frame/FocusBand.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { RiverBand } from './RiverBand.tsx';
import { useRiver } from './riverContext.ts';

/** A band per lane, the first at the top. */
export function RiverMarks() {
  const { lanes, layers, focused } = useRiver();
  const { plot, sx } = usePlot();
  const height = plot.height / Math.max(1, lanes.length);
  return (
    <g>
      <FocusBand layer={focused} layers={layers} />
      {lanes.map((lane, i) => (
        <RiverBand key={lane.lane} lane={lane} sx={sx} top={plot.y + height * i} height={height} />
      ))}
    </g>
  );
}

/** Tooltip: the sizes of the examples in one layer, by lane. */
export function RiverTip({ at: layer }: { readonly at: number }) {
  const { lanes, format, words } = useRiver();
  const rows = lanes.flatMap((lane) => {
    const sizes = ascending(lane.threads[layer - 1] ?? []);
    if (sizes.length === 0) return [];
    const cells = [sizes[0], quantile(sizes, 0.5), sizes.at(-1)].map((value = NaN, i) => (
      // oxlint-disable-next-line react/no-array-index-key
      <HtmlNumber key={i} text={format.number(value)} />
    ));
    return [{ key: lane.lane, name: lane.name, look: lane, cells }];
  });
  return (
    <ChartTip
      title={words.layer(layer)}
      heads={[words.least, words.median, words.most]}
      rows={rows}
    />
  );
}
