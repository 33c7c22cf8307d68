import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { LoopByLayer } from '../../charts/loop/LoopByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { useLateStep } from '../lanes/useLateStep.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { useSpreadCaption } from './useSpreadCaption.ts';
import { useSpreadLanes } from './useSpreadLanes.ts';
import type { SpreadBetween } from './useSpreadLanes.ts';

interface LoopPanelProps {
  readonly titleLevel?: 2 | 3;
  /** In the forward chart, the spread between examples as well. */
  readonly between?: SpreadBetween | undefined;
  /** Leaves out the lines of theory. */
  readonly measured?: true | undefined;
}

/** Both passes in one figure: the signal that reaches the cost, and the gradient that returns to layer 1. */
export function LoopPanel({ titleLevel = 3, between, measured }: LoopPanelProps) {
  const { words, format } = useI18n();
  const figureNumbers = useFigureNumbers();
  const hasBackward = useStore((state) => state.lab.settings.backward);
  const focus = useStore((state) => state.focus);
  const setView = useStore((state) => state.setView);
  const [ref, size] = useChartSize('26rem');
  const { charts } = words;
  const forward = useSpreadLanes('forward', { between, measured });
  const returning = useSpreadLanes('backward', { measured });
  const backward = useMemo(() => (hasBackward ? returning : []), [hasBackward, returning]);
  const caption = useSpreadCaption([...forward, ...backward]);
  const step = useLateStep(0);
  const layers = Math.max(1, ...forward.map((lane) => lane.measured.length));
  const forwardTitle = between?.place === 'instead' ? between.axis : charts.spreadForwardY;
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => charts.layer(format.integer(layer)),
      measured: charts.measured,
      theory: charts.theory,
      infinite: words.numbers.infinity,
      forward: forwardTitle,
      backward: charts.spreadBackwardY,
    }),
    [charts, format, words, forwardTitle],
  );
  const onFocusLayer = useMemo(
    () => (layer: number | null) => setView({ focus: layer }),
    [setView],
  );
  const backOf = ({ lane }: SpreadLane): SpreadLane | undefined =>
    backward.find((other) => other.lane === lane);
  const say = (value: number | null | undefined): string =>
    value == null ? '–' : format.plain(value);
  const spoken = forward.map((lane) => {
    const [first, last] = [say(lane.measured[0]), say(lane.measured.at(-1))];
    const back = backOf(lane)?.measured[0];
    return back === undefined
      ? charts.spokenLane(lane.name, first, last)
      : charts.spokenLoop(lane.name, first, last, say(back));
  });
  const number = (value: number | null | undefined) =>
    value == null ? '–' : <HtmlNumber text={format.number(value)} />;
  const columns = [
    ...forward.map((lane) => ({ ...lane, id: `${lane.lane}`, title: lane.name })),
    ...backward.map((lane) => ({
      ...lane,
      id: `${lane.lane}-gradient`,
      title: charts.gradientOf(lane.name),
    })),
  ];
  return (
    <FigureFrame
      chart="loop"
      title={hasBackward ? charts.loop : charts.spreadForward}
      titleLevel={titleLevel}
      summary={`${format.clauses(spoken)}.`}
      caption={hasBackward && step === null ? `${charts.loopCaption} ${caption}` : caption}
      numbers={figureNumbers({
        caption: charts.loop,
        columns: [
          { id: 'layer', title: charts.layerColumn },
          ...columns.flatMap(({ id, title }) => [
            { id, title },
            { id: `${id}-theory`, title: charts.theory },
          ]),
        ],
        rows: () =>
          Array.from({ length: layers }, (_, i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: columns.flatMap((lane) => [number(lane.measured[i]), number(lane.theory?.[i])]),
          })),
        raw: () =>
          Array.from({ length: layers }, (_, i) => [
            i + 1,
            ...columns.flatMap((lane) => [lane.measured[i] ?? null, lane.theory?.[i] ?? null]),
          ]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <LoopByLayer
            forward={forward}
            backward={backward}
            layers={layers}
            xTitle={charts.layerColumn}
            label={charts.loop}
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
