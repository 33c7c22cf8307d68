import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { MagnitudeMap } from '../../charts/magnitude/MagnitudeMap.tsx';
import type { MagnitudeLane } from '../../charts/magnitude/magnitudeContext.ts';
import { magnitudeExit } from '../../charts/magnitude/magnitudeExit.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import type { Summary } from '../../engine/types.ts';
import type { Format } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import type { Words } from '../../i18n/page/en.ts';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useLateResults } from '../../store/late/useLateStore.ts';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import type { LayerColumn } from '../files/useLayerNumbers.tsx';
import { useLayerNumbers } from '../files/useLayerNumbers.tsx';
import { useLayerFocus } from '../lanes/useLayerFocus.ts';

/** Smallest and largest positive value of the floating-point formats, the widest first (IEEE 754). */
const RANGES = [
  { name: 'float32', smallest: 2 ** -149, largest: 2 ** 127 * (2 - 2 ** -23) },
  { name: 'float16', smallest: 2 ** -24, largest: 65504 },
] as const;

/** A lane's columns of the table. */
function columnsOf(
  { lane, name, columns }: MagnitudeLane,
  charts: Words['charts'],
  { percent }: Format,
): readonly LayerColumn[] {
  const value =
    (read: (summary: Summary) => number): LayerColumn['value'] =>
    (index) => {
      const summary = columns[index];
      return summary == null ? null : read(summary);
    };
  const largest = ({ min, max }: Summary): number => Math.max(-min, max);
  const finite = ({ finite: some, count }: Summary): number => some / count;
  return [
    { id: `${lane}`, title: `${name}, ${charts.rms}`, value: value(({ rms }) => rms) },
    { id: `${lane}-max`, title: charts.max, value: value(largest) },
    { id: `${lane}-zero`, title: charts.zero, value: value(({ zero }) => zero), print: percent },
    { id: `${lane}-finite`, title: charts.finite, value: value(finite), print: percent },
  ];
}

interface MagnitudePanelProps {
  /** Shows only this lane; all lanes if absent. */
  readonly lane?: number | undefined;
  readonly titleLevel?: 2 | 3;
}

/** All layers of the lanes, side by side on one fixed axis of magnitudes. */
export function MagnitudePanel({ lane: only, titleLevel = 3 }: MagnitudePanelProps) {
  const { words, format } = useI18n();
  const layerNumbers = useLayerNumbers();
  const marks = useLaneMarks();
  const states = useLateResults();
  const quantity = useStore((all) => all.quantity);
  const { focused, onFocusLayer } = useLayerFocus();
  const [ref, size] = useChartSize();
  const { charts } = words;
  const direction =
    quantity === 'gradients' || quantity === 'weightGradients' ? 'backward' : 'forward';
  const chartWords = useMemo(() => {
    const layer = (at: number): string => charts.layer(format.integer(at));
    return {
      layer,
      nonFinite: '∞',
      zero: format.integer(0),
      nonFiniteFrom: (at: number) => charts.nonFiniteFrom(layer(at)),
      zeroFrom: (at: number) => charts.zeroFrom(layer(at)),
      median: charts.median,
      largest: charts.max,
      value: charts.value,
    };
  }, [charts, format]);
  const lanes = useMemo(
    () =>
      marks
        .filter(({ lane }) => only === undefined || lane === only)
        .map((mark): MagnitudeLane => {
          const state = states[mark.lane];
          return {
            ...mark,
            stale: state === undefined || isStale(state),
            columns: (state?.shown?.layers ?? []).map((stats) => stats[quantity]),
          };
        }),
    [marks, states, quantity, only],
  );
  const layers = Math.max(1, ...lanes.map(({ columns }) => columns.length));
  const spoken = lanes.map(({ name, columns }) => {
    const exit = magnitudeExit(columns, direction);
    if (exit === null) {
      const [first, last] = [columns[0]?.rms, columns.at(-1)?.rms];
      const say = (value: number | undefined): string =>
        value === undefined ? '–' : format.plain(value);
      return charts.spokenLane(name, say(first), say(last));
    }
    const from = exit.into === 'zero' ? chartWords.zeroFrom : chartWords.nonFiniteFrom;
    return charts.spokenExit(name, from(exit.layer));
  });
  return (
    <FigureFrame
      chart="magnitude-map"
      title={charts.magnitude}
      titleLevel={titleLevel}
      summary={`${format.clauses(spoken)}.`}
      caption={charts.magnitudeCaption}
      numbers={layerNumbers(
        charts.magnitude,
        layers,
        lanes.flatMap((each) => columnsOf(each, charts, format)),
      )}
    >
      <div ref={ref}>
        {size !== null && (
          <MagnitudeMap
            lanes={lanes}
            ranges={RANGES}
            direction={direction}
            xTitle={charts.layerColumn}
            yTitle={`|${words.quantities[quantity].symbol}|`}
            label={charts.magnitude}
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
