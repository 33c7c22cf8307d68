import { memo } from 'react';
import type { Summary } from '../../engine/types.ts';
import { histogramRow } from './histogramRow.ts';
import { LayerNote } from './LayerNote.tsx';
import { hatchId, spokenId, useLayers, useRows, useStrip } from './stripContext.ts';
import type { StripEnd } from './stripEnd.ts';
import { StripEndMark } from './StripEndMark.tsx';
import styles from './strip.module.css';

/** One sentence about a layer, read by a screen reader when its row gets the focus. */
export type SpokenLayer = (layer: number, summary: Summary) => string;

export interface HistogramLayersProps {
  /** Index = layer − 1; null until it is measured. */
  readonly summaries: readonly (Summary | null)[];
  /** An earlier result, drawn as outlines where all layers share one scale. */
  readonly before?: readonly (Summary | null)[] | undefined;
  /** Keep it stable. */
  readonly spoken: SpokenLayer;
  /** Where the lane ran out of numbers. */
  readonly end?: StripEnd | null;
}

interface SpokenProps {
  readonly layer: number;
  readonly summary: Summary;
  readonly spoken: SpokenLayer;
}

const Spoken = memo(function Spoken({ layer, summary, spoken }: SpokenProps) {
  const { id } = useStrip();
  return <desc id={spokenId(id, layer)}>{spoken(layer, summary)}</desc>;
});

/**
 * The histograms of a HistogramStrip, the only part that depends on counts. Each kind of mark is one path for all
 * layers: the browser styles, measures and paints every path by itself.
 */
export const HistogramLayers = memo(function HistogramLayers(props: HistogramLayersProps) {
  const { summaries, before, spoken, end = null } = props;
  const layers = useLayers();
  const frame = useStrip();
  const place = useRows();
  const rows = summaries.slice(0, layers).flatMap((summary, i) => {
    if (summary === null) return [];
    const row = histogramRow(i + 1, summary, before?.[i] ?? null, frame, place);
    return [{ layer: i + 1, summary, row }];
  });
  const path = (mark: 'area' | 'before' | 'solid' | 'hatch' | 'blank'): string =>
    rows.map(({ row }) => row[mark]).join('');
  const [past, hatch, blank] = [path('before'), path('hatch'), path('blank')];
  const hatching = `url(#${hatchId(frame.id)})`;
  return (
    <g>
      {rows.map(({ layer, summary }) => (
        <Spoken key={layer} layer={layer} summary={summary} spoken={spoken} />
      ))}
      <path className={styles[place.pitch < frame.rem * 0.75 ? 'mass' : 'area']} d={path('area')} />
      {past !== '' && <path className={styles['before']} d={past} data-mark="before" />}
      <path className={styles['solid']} d={path('solid')} />
      {hatch !== '' && <path className={styles['hatch']} fill={hatching} d={hatch} />}
      {blank !== '' && <path className={styles['hatch']} data-whole fill={hatching} d={blank} />}
      {end !== null && <StripEndMark end={end} />}
      {rows.map(({ layer, summary, row }) => (
        <LayerNote key={layer} layer={layer} summary={summary} row={row} />
      ))}
    </g>
  );
});
