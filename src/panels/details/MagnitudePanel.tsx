import { useDeferredValue, useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { MagnitudeMap } from '../../charts/byLayer/MagnitudeMap.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useLaneLook } from '../lanes/useLaneLook.ts';
import { LaneTag } from '../lanes/LaneTag.tsx';
import { laneName } from '../lanes/laneNames.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

/** Where the floating-point formats end: largest finite and smallest positive value (IEEE 754). */
const LIMITS = [
  { value: 2 ** 127 * (2 - 2 ** -23), name: 'float32', end: 'largest' },
  { value: 2 ** -149, name: 'float32', end: 'smallest' },
  { value: 65504, name: 'float16', end: 'largest' },
  { value: 2 ** -24, name: 'float16', end: 'smallest' },
  { value: 2 ** -133, name: 'bfloat16', end: 'smallest' },
] as const;

interface MagnitudePanelProps {
  readonly lane: number;
  readonly titleLevel?: 2 | 3;
}

/** All layers of one lane on an axis of sizes that never moves. */
export function MagnitudePanel({ lane, titleLevel = 3 }: MagnitudePanelProps) {
  const { words, format } = useI18n();
  const figureNumbers = useFigureNumbers();
  const lanes = useStore((state) => state.lab.lanes);
  const state = useStore((all) => all.lanes[lane]);
  const quantity = useStore((all) => all.quantity);
  const focus = useStore((all) => all.focus);
  const setView = useStore((all) => all.setView);
  const [ref, size] = useChartSize();
  const look = useLaneLook(lane);
  const { charts } = words;
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => charts.layer(format.integer(layer)),
      nonFinite: '∞',
      zero: format.integer(0),
      median: charts.median,
      largest: charts.max,
      value: charts.value,
    }),
    [charts, format],
  );
  const limits = useMemo(
    () => LIMITS.map(({ value, name, end }) => ({ value, label: charts[end](name) })),
    [charts],
  );
  const layers = useDeferredValue(state?.shown?.layers);
  const columns = useMemo(() => (layers ?? []).map((stats) => stats[quantity]), [layers, quantity]);
  const onFocusLayer = useMemo(
    () => (layer: number | null) => setView({ focus: layer }),
    [setView],
  );
  const mine = lanes[lane];
  if (mine === undefined) return null;
  const name = laneName(mine, words, format);
  const { symbol } = words.quantities[quantity];
  const number = (value: number) => <HtmlNumber text={format.number(value)} />;
  return (
    <FigureFrame
      chart="magnitude-map"
      title={
        <>
          {charts.magnitude} <LaneTag lane={lane} />
        </>
      }
      titleLevel={titleLevel}
      summary={name}
      caption={charts.magnitudeCaption}
      numbers={figureNumbers({
        caption: charts.magnitude,
        columns: [
          { id: 'layer', title: charts.layerColumn },
          { id: 'rms', title: charts.rms },
          { id: 'min', title: charts.min },
          { id: 'max', title: charts.max },
          { id: 'zero', title: charts.zero },
          { id: 'finite', title: charts.finite },
        ],
        rows: () =>
          columns.flatMap((summary, i) =>
            summary === null
              ? []
              : [
                  {
                    id: String(i),
                    title: format.integer(i + 1),
                    cells: [
                      number(summary.rms),
                      number(summary.min),
                      number(summary.max),
                      format.percent(summary.zero),
                      format.percent(summary.finite / summary.count),
                    ],
                  },
                ],
          ),
        raw: () =>
          columns.flatMap((summary, i) => {
            if (summary === null) return [];
            const { rms, min, max, zero, finite, count } = summary;
            return [[i + 1, rms, min, max, zero, finite / count]];
          }),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <MagnitudeMap
            layers={Math.max(1, columns.length)}
            columns={columns}
            tone={look.tone}
            shade={look.shade}
            stale={state === undefined || isStale(state)}
            limits={limits}
            direction={
              quantity === 'gradients' || quantity === 'weightGradients' ? 'backward' : 'forward'
            }
            xTitle={charts.layerColumn}
            yTitle={`|${symbol}|`}
            label={`${charts.magnitude} ${name}`}
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
