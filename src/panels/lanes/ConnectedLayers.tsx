import { useCallback, useMemo } from 'react';
import { HistogramLayers } from '../../charts/strip/HistogramLayers.tsx';
import { stripEnd } from '../../charts/strip/stripEnd.ts';
import type { LayerStats, Quantity, Summary } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLateLane } from '../../store/late/useLateStore.ts';
import type { LaneState } from '../../store/state/types.ts';
import { spokenLayer } from './spokenLayer.ts';

interface ConnectedLayersProps {
  readonly lane: number;
  readonly quantity: Quantity;
  /** Layers of an earlier result, outlined behind. */
  readonly before?: readonly LayerStats[] | null;
}

const NONE: readonly LayerStats[] = [];
const layersOf = (lane: LaneState | undefined): readonly LayerStats[] =>
  lane?.shown?.layers ?? NONE;
const depthOf = (lane: LaneState | undefined): number | undefined => lane?.shown?.config.depth;

const summariesOf = (
  layers: readonly LayerStats[],
  quantity: Quantity,
): readonly (Summary | null)[] => layers.map((stats) => stats[quantity] ?? null);

/** The histograms of a lane. They alone subscribe to its results, so the rest of the chart is not rendered again. */
export function ConnectedLayers({ lane, quantity, before = null }: ConnectedLayersProps) {
  const { words, format } = useI18n();
  const layers = useLateLane(lane, layersOf);
  const depth = useLateLane(lane, depthOf);
  const summaries = useMemo(() => summariesOf(layers, quantity), [layers, quantity]);
  const past = useMemo(
    () => (before === null ? undefined : summariesOf(before, quantity)),
    [before, quantity],
  );
  const spoken = useCallback(
    (layer: number, summary: Summary) => spokenLayer(layer, summary, words, format),
    [words, format],
  );
  const end = useMemo(
    () => (depth === summaries.length ? stripEnd(summaries) : null),
    [depth, summaries],
  );
  return <HistogramLayers summaries={summaries} before={past} spoken={spoken} end={end} />;
}
