import { useMemo, useState } from 'react';
import type { Curve, Target } from '../../engine/targets/target.ts';
import { SpreadByLayer } from '../../charts/byLayer/SpreadByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { rowWords } from '../../i18n/papers/en.ts';
import { usePapersWords } from '../../i18n/papers/words.ts';
import { RECORD_EVERY } from '../../engine/train/testSet.ts';
import { targetLook } from './targetLooks.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

interface TargetCurvesProps {
  readonly target: Target;
  readonly curves: readonly Curve[];
  /** Whether another picture of the row already says what the source shows. */
  readonly beside: boolean;
}

/** Results layer by layer, or record by record of a race, on a logarithmic axis. */
export function TargetCurves({ target, curves, beside }: TargetCurvesProps) {
  const { format, words: page } = useI18n();
  const words = usePapersWords();
  const figureNumbers = useFigureNumbers();
  const [ref, size] = useChartSize();
  const [focused, setFocused] = useState<number | null>(null);
  const { charts } = page;
  const isRace = target.door.kind === 'race';
  const lanes = useMemo(
    (): readonly SpreadLane[] =>
      curves.map(({ name, values }, lane) => ({
        lane,
        name,
        ...targetLook(lane),
        stale: false,
        seedBand: null,
        measured: values,
        theory: null,
      })),
    [curves],
  );
  const chartWords = useMemo(
    () => ({
      layer: (at: number) =>
        isRace ? format.integer((at - 1) * RECORD_EVERY) : `${words.layer} ${format.integer(at)}`,
      measured: charts.measured,
      theory: charts.theory,
      infinite: page.numbers.infinity,
    }),
    [charts, page, words, format, isRace],
  );
  const layers = Math.max(...curves.map(({ values }) => values.length));
  const title = isRace ? words.curvesOfLoss : words.curves;
  const { title: row, theirs } = rowWords(words, target.id);
  const at = isRace ? words.record : words.layer;
  return (
    <FigureFrame
      chart="target-curves"
      title={title}
      summary={`${row}. ${curves.map(({ name, values }) => `${name}: ${format.plain(values[0] ?? Number.NaN)} – ${format.plain(values.at(-1) ?? Number.NaN)}`).join('; ')}`}
      caption={theirs === undefined || beside ? undefined : `${words.theirs} ${theirs}`}
      numbers={figureNumbers({
        caption: row,
        columns: [
          { id: 'at', title: at },
          ...curves.map(({ name }) => ({ id: name, title: name })),
        ],
        rows: () =>
          Array.from({ length: layers }, (_, i) => ({
            id: String(i),
            title: chartWords.layer(i + 1),
            cells: curves.map(({ values }) => format.plain(values[i] ?? Number.NaN)),
          })),
        raw: () =>
          Array.from({ length: layers }, (_, i) => [
            isRace ? i * RECORD_EVERY : i + 1,
            ...curves.map(({ values }) => values[i] ?? null),
          ]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <SpreadByLayer
            lanes={lanes}
            layers={layers}
            direction="forward"
            xTitle={at}
            yTitle={isRace ? words.loss : 'σ'}
            label={row}
            size={size}
            height={11}
            format={format}
            words={chartWords}
            focused={focused}
            onFocusLayer={setFocused}
          />
        )}
      </div>
    </FigureFrame>
  );
}
