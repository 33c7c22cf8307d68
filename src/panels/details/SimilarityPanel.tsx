import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { SimilarityByLayer } from '../../charts/byLayer/SimilarityByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useSimilarityWords } from '../../i18n/similarity/words.ts';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useLateLab, useLateResults } from '../../store/late/useLateStore.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { seedBandOf } from './seedBand.ts';

/** How alike examples are in every layer of every lane. */
export function SimilarityPanel({ titleLevel = 3 }: { readonly titleLevel?: 2 | 3 }) {
  const { words, format } = useI18n();
  const own = useSimilarityWords();
  const figureNumbers = useFigureNumbers();
  const marks = useLaneMarks();
  const seeds = useLateLab().seeds;
  const states = useLateResults();
  const focus = useStore((state) => state.focus);
  const setView = useStore((state) => state.setView);
  const [ref, size] = useChartSize();
  const { charts } = words;
  const lanes = useMemo(
    () =>
      marks.map((mark): SpreadLane => {
        const state = states[mark.lane];
        const layers = state?.shown?.layers ?? [];
        const theory = layers.map((stats) => stats.theory?.similarity ?? null);
        return {
          ...mark,
          stale: state === undefined || isStale(state),
          measured: layers.map(({ similarity }) => similarity),
          theory: theory.some((value) => value !== null) ? theory : null,
          seedBand: seedBandOf(state, 'similarity'),
        };
      }),
    [marks, states],
  );
  const layers = Math.max(1, ...lanes.map((lane) => lane.measured.length));
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => charts.layer(format.integer(layer)),
      measured: charts.measured,
      theory: charts.theory,
    }),
    [charts, format],
  );
  const onFocusLayer = useMemo(
    () => (layer: number | null) => setView({ focus: layer }),
    [setView],
  );
  const lonely = lanes.every(({ measured }) => measured.every((value) => Number.isNaN(value)));
  const predicted = lanes.filter(({ theory }) => theory !== null).length;
  const caption = [
    ...(lonely ? [own.none] : [own.caption]),
    ...(predicted > 0 ? [own.predicted] : []),
    ...(predicted < lanes.length ? [own.joined] : []),
    ...(seeds > 1 ? [charts.spreadBands(format.integer(seeds))] : []),
  ].join(' ');
  const plain = (value: number | null | undefined): string =>
    value == null || Number.isNaN(value) ? '–' : format.plain(value);
  const number = (value: number | null | undefined) =>
    value == null || Number.isNaN(value) ? '–' : <HtmlNumber text={format.number(value)} />;
  const ends = lanes.map(({ name, measured }) => {
    const known = measured.filter((value) => value !== null && !Number.isNaN(value));
    return known.length === 0
      ? own.without(name)
      : charts.spokenLane(name, plain(measured[0]), plain(measured.at(-1)));
  });
  return (
    <FigureFrame
      chart="similarity"
      title={own.title}
      titleLevel={titleLevel}
      summary={`${format.clauses(ends)}.`}
      caption={caption}
      numbers={figureNumbers({
        caption: own.title,
        columns: [
          { id: 'layer', title: charts.layerColumn },
          ...lanes.flatMap(({ lane, name }) => [
            { id: `${lane}`, title: name },
            { id: `${lane}-theory`, title: charts.theory },
          ]),
        ],
        rows: () =>
          Array.from({ length: layers }, (_, i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: lanes.flatMap(({ measured, theory }) => [
              number(measured[i]),
              number(theory?.[i]),
            ]),
          })),
        raw: () =>
          Array.from({ length: layers }, (_, i) => [
            i + 1,
            ...lanes.flatMap(({ measured, theory }) => [measured[i] ?? null, theory?.[i] ?? null]),
          ]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <SimilarityByLayer
            lanes={lanes}
            layers={layers}
            xTitle={charts.layerColumn}
            yTitle={own.y}
            label={own.title}
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
