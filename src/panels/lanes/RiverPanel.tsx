import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { RiverChart } from '../../charts/river/RiverChart.tsx';
import type { RiverLane } from '../../charts/river/riverContext.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { quantile } from '../../engine/math/quantile.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import type { Words } from '../../i18n/page/en.ts';
import type { Format } from '../../i18n/format.ts';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useLateResults } from '../../store/late/useLateStore.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { useLaneMarks } from './useLaneMarks.ts';

/** A signal whose size has changed by less than this factor counts as arrived. */
const KEPT = 3;

/** To two digits below 10 and one above, for quick reading. */
const rounded = (factor: number): number => Number(factor.toPrecision(factor >= 10 ? 1 : 2));

const medianOf = (sizes: readonly number[]): number =>
  quantile(
    sizes.toSorted((a, b) => a - b),
    0.5,
  );

/** By what factor the median example is smaller or larger than it was at the input, in words. */
function fateOf(sizes: readonly number[], input: number, { start }: Words, format: Format): string {
  const factor = medianOf(sizes) / input;
  if (factor === 0) return start.nothing;
  if (!Number.isFinite(factor)) return start.overflows;
  if (factor > 1 / KEPT && factor < KEPT) return start.arrives;
  return factor < 1
    ? start.divided(format.plain(rounded(1 / factor)))
    : start.multiplied(format.plain(rounded(factor)));
}

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
