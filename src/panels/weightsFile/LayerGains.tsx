import { useMemo, useState } from 'react';
import { SpreadByLayer } from '../../charts/byLayer/SpreadByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { decadeDomain } from '../../charts/geometry/decades.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { useWeights } from '../../store/weights/weightsStore.ts';
import { gainOf, isWeight } from '../../weightsFile/findings/finding.ts';
import type { Examined } from '../../weightsFile/findings/finding.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

/** Range of 10⁻¹ to 10, used if everything lies in it, since He's line and the line of 1 are close together. */
const CLOSE = { lo: -1, hi: 1 } as const;

/** σ √fan-in of every layer in the file's order, beside the values that Xavier's and He's rules would give. */
export function LayerGains({ tensors }: { readonly tensors: readonly Examined[] }) {
  const { words: page, format } = useI18n();
  const words = useWeightsWords();
  const openTensor = useWeights((state) => state.openTensor);
  const figureNumbers = useFigureNumbers();
  const [ref, size] = useChartSize();
  const [focused, setFocused] = useState<number | null>(null);
  const { charts, initializers } = page;
  const layers = useMemo(() => tensors.filter(isWeight), [tensors]);
  const lanes = useMemo((): readonly SpreadLane[] => {
    const lane = { stale: false, seedBand: null };
    // One dot at the end, where the line's name is written.
    const end = (values: readonly number[]) =>
      values.map((value, i) => (i === values.length - 1 ? value : null));
    const he = layers.map(() => Math.SQRT2);
    const xavier = layers.map(({ summary: { layout } }) =>
      Math.sqrt((2 * layout.fanIn) / (layout.fanIn + layout.fanOut)),
    );
    return [
      {
        ...lane,
        lane: 0,
        name: words.pictureFile,
        tone: 5,
        dash: 'solid',
        measured: layers.map(gainOf),
        theory: null,
      },
      {
        ...lane,
        lane: 1,
        name: initializers.he_normal.name,
        tone: 4,
        dash: 'dashed',
        measured: end(he),
        theory: he,
      },
      {
        ...lane,
        lane: 2,
        name: initializers.xavier_normal.name,
        tone: 3,
        dash: 'dotted',
        measured: end(xavier),
        theory: xavier,
      },
    ];
  }, [layers, words, initializers]);
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => layers[layer - 1]?.summary.name ?? '',
      measured: charts.measured,
      theory: charts.theory,
      infinite: page.numbers.infinity,
    }),
    [charts, page, layers],
  );
  const found = useMemo(() => decadeDomain(layers.map(gainOf)), [layers]);
  const isClose = layers.every((each) => gainOf(each) > 0.1 && gainOf(each) < 10);
  if (layers.length === 0) return null;
  const first = layers[0];
  const last = layers.at(-1);
  const say = (each: Examined | undefined): string =>
    each === undefined ? '–' : `${each.summary.name} ${format.plain(gainOf(each))}`;
  return (
    <FigureFrame
      chart="layer-gains"
      title={words.picture}
      titleLevel={2}
      summary={`${say(first)} – ${say(last)}`}
      caption={words.pictureCaption}
      numbers={figureNumbers({
        caption: words.picture,
        columns: [
          { id: 'name', title: words.columns.name },
          { id: 'gain', title: words.pictureY },
          { id: 'xavier', title: initializers.xavier_normal.name },
        ],
        rows: () =>
          layers.map((each, i) => ({
            id: each.summary.name,
            title: each.summary.name,
            cells: [format.plain(gainOf(each)), format.plain(lanes[2]?.theory?.[i] ?? Number.NaN)],
          })),
        raw: () =>
          layers.map((each, i) => [each.summary.name, gainOf(each), lanes[2]?.theory?.[i] ?? null]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <SpreadByLayer
            lanes={lanes}
            layers={layers.length}
            direction="forward"
            xTitle={words.pictureX}
            yTitle={words.pictureY}
            label={words.picture}
            size={size}
            decades={isClose ? CLOSE : found}
            format={format}
            words={chartWords}
            focused={focused}
            onFocusLayer={setFocused}
            onOpenLayer={(layer) => openTensor(layers[layer - 1]?.summary.name ?? null)}
          />
        )}
      </div>
    </FigureFrame>
  );
}
