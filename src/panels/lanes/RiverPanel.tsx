import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { RiverChart } from '../../charts/river/RiverChart.tsx';
import type { RiverLane } from '../../charts/river/riverContext.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useLateResults } from '../../store/late/useLateStore.ts';
import { useLayerNumbers } from '../files/useLayerNumbers.tsx';
import { fateOf, medianOf } from './fateOf.ts';
import { useLaneMarks } from './useLaneMarks.ts';
import { useLayerFocus } from './useLayerFocus.ts';

/** The same examples through every lane, one line per example. */
export function RiverPanel() {
  const { words, format } = useI18n();
  const layerNumbers = useLayerNumbers();
  const marks = useLaneMarks();
  const states = useLateResults();
  const { focused, onFocusLayer } = useLayerFocus();
  const [ref, size] = useChartSize();
  const { start, charts } = words;
  const lanes = useMemo(
    () =>
      marks.map((mark): RiverLane => {
        const state = states[mark.lane];
        const layers = state?.shown?.layers ?? [];
        const threads = layers.map(({ exampleRms }) => exampleRms);
        const last = threads.at(-1);
        const input = state?.shown?.input?.rms;
        return {
          ...mark,
          stale: state === undefined || isStale(state),
          threads,
          fate: last === undefined || input === undefined ? '' : fateOf(last, input, words, format),
        };
      }),
    [marks, states, words, format],
  );
  const layers = Math.max(1, ...lanes.map(({ threads }) => threads.length));
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => charts.layer(format.integer(layer)),
      least: charts.min,
      median: charts.median,
      most: charts.max,
    }),
    [charts, format],
  );
  const median = ({ threads }: RiverLane, index: number): number | undefined => {
    const sizes = threads[index];
    return sizes === undefined || sizes.length === 0 ? undefined : medianOf(sizes);
  };
  return (
    <FigureFrame
      chart="river"
      title={start.river}
      titleLevel={2}
      summary={`${format.clauses(lanes.map(({ name, fate }) => charts.spokenExit(name, fate)))}.`}
      caption={start.riverCaption}
      numbers={layerNumbers(
        start.river,
        layers,
        lanes.map((lane) => ({
          id: `${lane.lane}`,
          title: lane.name,
          value: (i: number) => median(lane, i),
        })),
      )}
    >
      <div ref={ref}>
        {size !== null && (
          <RiverChart
            lanes={lanes}
            layers={layers}
            xTitle={charts.layerColumn}
            label={start.river}
            size={size}
            format={format}
            words={chartWords}
            focused={focused}
            onFocusLayer={onFocusLayer}
          />
        )}
      </div>
    </FigureFrame>
  );
}
