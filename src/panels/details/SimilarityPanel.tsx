import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { SimilarityByLayer } from '../../charts/byLayer/SimilarityByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useSimilarityWords } from '../../i18n/similarity/words.ts';
import { isStale } from '../../store/state/selectors.ts';
import { useLateLab, useLateResults } from '../../store/late/useLateStore.ts';
import { spreadColumns } from '../files/spreadColumns.ts';
import { useLayerNumbers } from '../files/useLayerNumbers.tsx';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { seedBandOf } from './seedBand.ts';
import { useLayerFocus } from '../lanes/useLayerFocus.ts';

/** How alike examples are in every layer of every lane. */
export function SimilarityPanel({ titleLevel = 3 }: { readonly titleLevel?: 2 | 3 }) {
  const { words, format } = useI18n();
  const own = useSimilarityWords();
  const layerNumbers = useLayerNumbers();
  const marks = useLaneMarks();
  const seeds = useLateLab().seeds;
  const states = useLateResults();
  const { focused, onFocusLayer } = useLayerFocus();
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
  const number = (value: number) =>
    Number.isNaN(value) ? '–' : <HtmlNumber text={format.number(value)} />;
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
      numbers={layerNumbers(
        own.title,
        layers,
        spreadColumns(lanes, charts.theory).map((column) => ({ ...column, print: number })),
      )}
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
            focused={focused}
            onFocusLayer={onFocusLayer}
          />
        )}
      </div>
    </FigureFrame>
  );
}
