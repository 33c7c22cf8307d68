import { useMemo, useState } from 'react';
import type { Picture, Target } from '../../engine/targets/target.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HistogramLayers } from '../../charts/strip/HistogramLayers.tsx';
import { HistogramStrip } from '../../charts/strip/HistogramStrip.tsx';
import { LaneGrid } from '../../charts/strip/LaneGrid.tsx';
import type { LaneCell } from '../../charts/strip/LaneGrid.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { rowWords } from '../../i18n/papers/en.ts';
import { usePapersWords } from '../../i18n/papers/words.ts';
import { Ltr } from '../../ui/Ltr.tsx';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { spokenLayer } from '../lanes/spokenLayer.ts';
import { targetLook } from './targetLooks.ts';

type Histograms = Extract<Picture, { readonly kind: 'histograms' }>;

interface TargetHistogramsProps {
  readonly target: Target;
  readonly picture: Histograms;
}

/** The histogram of every layer, one column per rule, all on one range. */
export function TargetHistograms({ target, picture }: TargetHistogramsProps) {
  const { format, words: page, dir } = useI18n();
  const words = usePapersWords();
  const figureNumbers = useFigureNumbers();
  const [focused, setFocused] = useState<number | null>(null);
  const { lanes } = picture;
  const { theirs } = rowWords(words, target.id);
  const depth = Math.max(...lanes.map(({ layers }) => layers.length));
  const layerNumbers = Array.from({ length: depth }, (_, i) => i);
  return (
    <FigureFrame
      chart="target-histograms"
      title={words.histograms}
      summary={words.histogramsSummary(
        format.clauses(lanes.map(({ name }) => name)),
        format.integer(depth),
      )}
      caption={theirs === undefined ? undefined : `${words.theirs} ${theirs}`}
      numbers={figureNumbers({
        caption: words.histograms,
        columns: [
          { id: 'layer', title: words.layer },
          ...lanes.map(({ name }) => ({ id: name, title: `σ, ${name}` })),
        ],
        rows: () =>
          layerNumbers.map((i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: lanes.map(({ layers }) => format.plain(layers[i]?.std ?? Number.NaN)),
          })),
        raw: () =>
          layerNumbers.map((i) => [i + 1, ...lanes.map(({ layers }) => layers[i]?.std ?? null)]),
      })}
    >
      <LaneGrid lanes={lanes.length} dir={dir}>
        {(cell) =>
          lanes.map(({ name }, index) => (
            <div key={name} dir={dir}>
              <p>
                <Ltr>{name}</Ltr>
              </p>
              <Strip
                picture={picture}
                index={index}
                cell={cell}
                axisTitle={page.charts.sameScale(page.quantities[picture.quantity].symbol)}
                focused={focused}
                onFocusLayer={setFocused}
              />
            </div>
          ))
        }
      </LaneGrid>
    </FigureFrame>
  );
}

interface StripProps {
  readonly picture: Histograms;
  readonly index: number;
  readonly cell: LaneCell;
  readonly axisTitle: string;
  readonly focused: number | null;
  readonly onFocusLayer: (layer: number | null) => void;
}

function Strip({ picture, index, cell, axisTitle, focused, onFocusLayer }: StripProps) {
  const { format, words } = useI18n();
  const { name, layers } = picture.lanes[index] ?? { name: '', layers: [] };
  const histograms = useMemo(
    () => (
      <HistogramLayers
        summaries={layers}
        spoken={(layer, summary) => spokenLayer(layer, summary, words, format)}
      />
    ),
    [layers, words, format],
  );
  const stripWords = useMemo(
    () => ({
      nonFinite: (share: number) => words.charts.nonFinite(format.percent(share)),
      nonFiniteFrom: (layer: number) =>
        words.charts.onlyNonFiniteFrom(words.charts.layer(format.integer(layer))),
      zeroFrom: (layer: number) => words.charts.zeroFrom(words.charts.layer(format.integer(layer))),
    }),
    [words, format],
  );
  return (
    <HistogramStrip
      lane={index}
      quantity={picture.quantity}
      layers={layers.length}
      label={name}
      tone={targetLook(index).tone}
      size={cell.size}
      scale="same"
      domain={picture.domain}
      layerLabels={cell.leftmost(index)}
      plain
      axisTitle={axisTitle}
      stale={false}
      format={format}
      words={stripWords}
      histograms={histograms}
      focused={focused}
      onFocusLayer={onFocusLayer}
    />
  );
}
