import { useMemo, useState } from 'react';
import { SpreadByLayer } from '../../charts/byLayer/SpreadByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import type { Dash } from '../../charts/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { useWeights } from '../../store/weights/weightsStore.ts';
import type { Moment, RunComparison } from '../../weightsFile/run/compareCheckpoints.ts';
import { shortNames } from './shortNames.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

/** The last checkpoint is the solid line; more lines than these would overlap too much. */
const DASHES: readonly Dash[] = ['dotted', 'dash-dot', 'dashed', 'solid'];

const QUANTITIES = {
  moved: ({ moved }: Moment) => moved,
  strength: ({ rms }: Moment, start: Moment) => rms / start.rms,
} as const satisfies Record<string, (moment: Moment, start: Moment) => number>;

interface RunFigureProps {
  readonly quantity: keyof typeof QUANTITIES;
  readonly comparison: RunComparison;
}

/** Indices of up to four checkpoints after the first, evenly spaced, the last included. */
function drawn(count: number): readonly number[] {
  const lines = Math.min(DASHES.length, count - 1);
  return Array.from({ length: lines }, (_, i) => Math.round(((i + 1) * (count - 1)) / lines));
}

/** One quantity of every layer with weights, one line per checkpoint. */
export function RunFigure({ quantity, comparison }: RunFigureProps) {
  const { words: page, format } = useI18n();
  const { run, pictureX } = useWeightsWords();
  const openTensor = useWeights((state) => state.openTensor);
  const figureNumbers = useFigureNumbers();
  const [ref, size] = useChartSize();
  const [focused, setFocused] = useState<number | null>(null);
  const { charts } = page;
  const { checkpoints, tensors } = comparison;
  const layers = useMemo(
    () => tensors.filter(({ kind }) => ['dense', 'conv', 'embedding'].includes(kind)),
    [tensors],
  );
  const lanes = useMemo((): readonly SpreadLane[] => {
    const names = shortNames(checkpoints);
    const at = drawn(checkpoints.length);
    return at.map((index, i) => ({
      lane: i,
      name: names[index] ?? '',
      tone: 3,
      dash: DASHES[DASHES.length - at.length + i] ?? 'solid',
      stale: false,
      seedBand: null,
      theory: null,
      measured: layers.map(({ moments }) => {
        const [start] = moments;
        const moment = moments[index];
        return moment == null || start == null ? null : QUANTITIES[quantity](moment, start);
      }),
    }));
  }, [checkpoints, layers, quantity]);
  const words = useMemo(
    () => ({
      layer: (layer: number) => layers[layer - 1]?.name ?? '',
      measured: charts.measured,
      theory: charts.theory,
      infinite: page.numbers.infinity,
    }),
    [charts, page, layers],
  );
  const title = run[quantity];
  const [first, last] = [layers[0], layers.at(-1)];
  const end = lanes.at(-1)?.measured;
  const say = (value: number | null | undefined): string => format.plain(value ?? Number.NaN);
  return (
    <FigureFrame
      chart={`run-${quantity}`}
      title={title}
      summary={`${first?.name ?? ''} ${say(end?.[0])} – ${last?.name ?? ''} ${say(end?.at(-1))}`}
      caption={quantity === 'moved' ? run.movedCaption : run.strengthCaption}
      numbers={figureNumbers({
        caption: title,
        columns: [
          { id: 'name', title: charts.layerColumn },
          ...lanes.map(({ lane, name }) => ({ id: `${lane}`, title: name })),
        ],
        rows: () =>
          layers.map(({ name }, i) => ({
            id: name,
            title: name,
            cells: lanes.map(({ measured }) => say(measured[i])),
          })),
        raw: () =>
          layers.map(({ name }, i) => [name, ...lanes.map(({ measured }) => measured[i] ?? null)]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <SpreadByLayer
            lanes={lanes}
            layers={layers.length}
            direction="forward"
            xTitle={pictureX}
            yTitle={quantity === 'moved' ? run.movedY : run.strengthY}
            label={title}
            size={size}
            format={format}
            words={words}
            focused={focused}
            onFocusLayer={setFocused}
            onOpenLayer={(layer) => openTensor(layers[layer - 1]?.name ?? null)}
          />
        )}
      </div>
    </FigureFrame>
  );
}
