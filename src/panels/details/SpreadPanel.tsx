import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { SpreadByLayer } from '../../charts/byLayer/SpreadByLayer.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { useLateLab } from '../../store/late/useLateStore.ts';
import { useSpreadCaption } from './useSpreadCaption.ts';
import { useSpreadLanes } from './useSpreadLanes.ts';
import type { SpreadBetween, SpreadDirection } from './useSpreadLanes.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

interface SpreadPanelProps {
  readonly direction: SpreadDirection;
  readonly titleLevel?: 2 | 3;
  /** For the forward direction, the spread between examples as well. */
  readonly between?: SpreadBetween | undefined;
  /** Leaves out the lines of theory. */
  readonly measured?: true | undefined;
}

/** The spread of every layer of every lane on one log axis, forward or backward. */
export function SpreadPanel({
  direction,
  titleLevel = 3,
  between,
  measured: measuredOnly,
}: SpreadPanelProps) {
  const { words, format } = useI18n();
  const figureNumbers = useFigureNumbers();
  const lab = useLateLab();
  const focus = useStore((state) => state.focus);
  const setView = useStore((state) => state.setView);
  const [ref, size] = useChartSize();
  const { charts } = words;
  const forward = direction === 'forward';

  const lanes = useSpreadLanes(direction, { between, measured: measuredOnly });
  const caption = useSpreadCaption(lanes);
  const layers = Math.max(1, ...lanes.map((lane) => lane.measured.length));
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => charts.layer(format.integer(layer)),
      measured: charts.measured,
      theory: charts.theory,
      infinite: words.numbers.infinity,
    }),
    [charts, format, words],
  );
  const onFocusLayer = useMemo(
    () => (layer: number | null) => setView({ focus: layer }),
    [setView],
  );
  const title = forward ? charts.spreadForward : charts.spreadBackward;
  const yName = forward ? charts.spreadForwardY : charts.spreadBackwardY;
  const yTitle = between?.place === 'instead' ? `${yName} · ${between.axis}` : yName;
  const ends = lanes.map(({ name, measured }) => {
    const say = (value: number | null | undefined): string =>
      value == null ? '–' : format.plain(value);
    return charts.spokenLane(name, say(measured[0]), say(measured.at(-1)));
  });
  const number = (value: number | null | undefined) =>
    value == null ? '–' : <HtmlNumber text={format.number(value)} />;
  return (
    <FigureFrame
      chart={forward ? 'spread-forward' : 'spread-backward'}
      title={title}
      titleLevel={titleLevel}
      summary={`${format.clauses(ends)}.`}
      caption={!forward && !lab.settings.backward ? charts.noGradient : caption}
      numbers={figureNumbers({
        caption: title,
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
          <SpreadByLayer
            lanes={lanes}
            layers={layers}
            direction={direction}
            xTitle={forward ? charts.spreadForwardX : charts.spreadBackwardX}
            yTitle={yTitle}
            label={title}
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
