import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { MagnitudeMap } from '../../charts/magnitude/MagnitudeMap.tsx';
import type { MagnitudeLane } from '../../charts/magnitude/magnitudeContext.ts';
import { magnitudeExit } from '../../charts/magnitude/magnitudeExit.ts';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useLateResults } from '../../store/late/useLateStore.ts';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

/** Smallest and largest positive value of the floating-point formats, the widest first (IEEE 754). */
const RANGES = [
  { name: 'float32', smallest: 2 ** -149, largest: 2 ** 127 * (2 - 2 ** -23) },
  { name: 'float16', smallest: 2 ** -24, largest: 65504 },
] as const;

interface MagnitudePanelProps {
  /** Shows only this lane; all lanes if absent. */
  readonly lane?: number | undefined;
  readonly titleLevel?: 2 | 3;
}

/** All layers of the lanes, side by side on one fixed axis of magnitudes. */
export function MagnitudePanel({ lane: only, titleLevel = 3 }: MagnitudePanelProps) {
  const { words, format } = useI18n();
  const figureNumbers = useFigureNumbers();
  const marks = useLaneMarks();
  const states = useLateResults();
  const quantity = useStore((all) => all.quantity);
  const focus = useStore((all) => all.focus);
  const setView = useStore((all) => all.setView);
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
  const onFocusLayer = useMemo(
    () => (layer: number | null) => setView({ focus: layer }),
    [setView],
  );
  const layers = Math.max(1, ...lanes.map(({ columns }) => columns.length));
  const number = (value: number | undefined) =>
    value === undefined ? '–' : <HtmlNumber text={format.number(value)} />;
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
      numbers={figureNumbers({
        caption: charts.magnitude,
        columns: [
          { id: 'layer', title: charts.layerColumn },
          ...lanes.flatMap(({ lane, name }) => [
            { id: `${lane}`, title: `${name}, ${charts.rms}` },
            { id: `${lane}-max`, title: charts.max },
            { id: `${lane}-zero`, title: charts.zero },
            { id: `${lane}-finite`, title: charts.finite },
          ]),
        ],
        rows: () =>
          Array.from({ length: layers }, (_, i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: lanes.flatMap(({ columns }) => {
              const summary = columns[i];
              if (summary == null) return ['–', '–', '–', '–'];
              return [
                number(summary.rms),
                number(Math.max(-summary.min, summary.max)),
                format.percent(summary.zero),
                format.percent(summary.finite / summary.count),
              ];
            }),
          })),
        raw: () =>
          Array.from({ length: layers }, (_, i) => [
            i + 1,
            ...lanes.flatMap(({ columns }) => {
              const summary = columns[i];
              if (summary == null) return [null, null, null, null];
              const { rms, min, max, zero, finite, count } = summary;
              return [rms, Math.max(-min, max), zero, finite / count];
            }),
          ]),
      })}
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
            focused={focus}
            onFocusLayer={onFocusLayer}
          />
        )}
      </div>
    </FigureFrame>
  );
}
