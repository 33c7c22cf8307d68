import { useEffect } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { WeightHeatMap } from '../../charts/heatMap/WeightHeatMap.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { laneName } from '../lanes/laneNames.ts';
import { LaneTag } from '../lanes/LaneTag.tsx';

interface WeightsPanelProps {
  readonly lane: number;
  readonly layer: number;
  readonly titleLevel?: 2 | 3;
}

/** The weight matrix of a layer. The worker draws it again, with the same numbers, and sends a sample of it. */
export function WeightsPanel({ lane, layer, titleLevel = 3 }: WeightsPanelProps) {
  const { words, format } = useI18n();
  const state = useStore((all) => all.lanes[lane]);
  const weights = useStore((all) => all.weights[lane]);
  const setProbe = useStore((all) => all.setProbe);
  const mine = useStore((all) => all.lab.lanes[lane]);
  const [ref, size] = useChartSize();
  useEffect(() => {
    setProbe(lane, layer);
    return () => setProbe(lane, null);
  }, [setProbe, lane, layer]);
  const { charts } = words;
  const matrix = weights?.sample ?? null;
  const stats = state?.shown?.layers[layer - 1];
  const { quantiles = [], max = 0, min = 0 } = stats?.weights ?? {};
  const bulk = Math.max(Math.abs(quantiles[0] ?? 0), Math.abs(quantiles[4] ?? 0));
  const limit = bulk > 0 ? bulk : Math.max(Math.abs(min), Math.abs(max)) || 1;
  const n = format.integer;
  const name = mine === undefined ? '' : laneName(mine, words, format);
  return (
    <FigureFrame
      chart="weight-matrix"
      title={
        <>
          {charts.weights} <LaneTag lane={lane} />
        </>
      }
      titleLevel={titleLevel}
      summary={
        stats === undefined
          ? charts.stillComputing
          : charts.distinctUnits(n(stats.distinctUnits), n(stats.units))
      }
      caption={
        matrix !== null &&
        `${name}. ${charts.weightsCaption(n(layer), n(matrix.rows), n(matrix.cols))} ${
          stats === undefined ? '' : charts.distinctUnits(n(stats.distinctUnits), n(stats.units))
        }`
      }
    >
      <div ref={ref}>
        {size !== null && matrix !== null && (
          <WeightHeatMap
            matrix={matrix}
            limit={limit}
            rowTitle={charts.row}
            colTitle={charts.col}
            label={charts.weights}
            stale={state === undefined || isStale(state)}
            size={size}
            format={format}
            cell={(row, col) => `${charts.row} ${n(row)}, ${charts.col} ${n(col)}`}
            hint={charts.weightsTab}
          />
        )}
      </div>
    </FigureFrame>
  );
}
