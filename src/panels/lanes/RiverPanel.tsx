import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { RiverChart } from '../../charts/river/RiverChart.tsx';
import type { RiverLane } from '../../charts/river/riverContext.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useLateResults } from '../../store/late/useLateStore.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { fateOf, medianOf } from './fateOf.ts';
import { useLaneMarks } from './useLaneMarks.ts';

/** The same examples through every lane, one line per example. */
export function RiverPanel() {
  const { words, format } = useI18n();
  const figureNumbers = useFigureNumbers();
  const marks = useLaneMarks();
  const states = useLateResults();
  const focus = useStore((state) => state.focus);
  const setView = useStore((state) => state.setView);
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
  const onFocusLayer = useMemo(
    () => (layer: number | null) => setView({ focus: layer }),
    [setView],
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
      numbers={figureNumbers({
        caption: start.river,
        columns: [
          { id: 'layer', title: charts.layerColumn },
          ...lanes.map(({ lane, name }) => ({ id: `${lane}`, title: name })),
        ],
        rows: () =>
          Array.from({ length: layers }, (_, i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: lanes.map((lane) => {
              const value = median(lane, i);
              return value === undefined ? (
                '–'
              ) : (
                <HtmlNumber key={lane.lane} text={format.number(value)} />
              );
            }),
          })),
        raw: () =>
          Array.from({ length: layers }, (_, i) => [
            i + 1,
            ...lanes.map((lane) => median(lane, i) ?? null),
          ]),
      })}
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
            focused={focus}
            onFocusLayer={onFocusLayer}
          />
        )}
      </div>
    </FigureFrame>
  );
}
