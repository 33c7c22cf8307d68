import { useCallback, useMemo } from 'react';
import { HistogramLayer } from '../../charts/strip/HistogramLayer.tsx';
import { stripEnd } from '../../charts/strip/stripEnd.ts';
import type { LayerStats, Quantity, Summary } from '../../engine/types.ts';
import type { Words } from '../../i18n/page/en.ts';
import type { Format } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLateStore } from '../../store/late/useLateStore.ts';

interface ConnectedLayerProps {
  readonly lane: number;
  readonly layer: number;
  readonly quantity: Quantity;
  /** Layers of an earlier result, outlined behind. */
  readonly before?: readonly LayerStats[] | null;
}

/** One sentence about a layer, for screen readers. */
export function spokenLayer(layer: number, summary: Summary, words: Words, format: Format): string {
  const { count, finite, mean, std, zero } = summary;
  const n = format.integer(layer);
  const nonFinite = words.charts.spokenNonFinite(n, format.percent(1 - finite / count));
  if (finite === 0) return nonFinite;
  const said = words.charts.spokenLayer(
    n,
    format.plain(mean),
    format.plain(std),
    format.percent(zero),
  );
  return finite < count ? `${said} ${nonFinite}` : said;
}

/** One row of a lane's chart. It alone subscribes to its layer, so the rest of the chart is not rendered again. */
export function ConnectedLayer({ lane, layer, quantity, before = null }: ConnectedLayerProps) {
  const { words, format } = useI18n();
  const summary = useLateStore(
    useCallback(
      (state) => state.lanes[lane]?.shown?.layers[layer - 1]?.[quantity] ?? null,
      [lane, layer, quantity],
    ),
  );
  const all = useLateStore(
    useCallback(
      (state) => {
        const shown = state.lanes[lane]?.shown;
        return shown?.config.depth === layer ? shown.layers : null;
      },
      [lane, layer],
    ),
  );
  const end = useMemo(
    () => (all === null ? null : stripEnd(all.map((stats) => stats[quantity] ?? undefined))),
    [all, quantity],
  );
  if (summary === null) return null;
  return (
    <HistogramLayer
      layer={layer}
      summary={summary}
      before={before?.[layer - 1]?.[quantity] ?? null}
      spoken={spokenLayer(layer, summary, words, format)}
      end={end}
    />
  );
}
