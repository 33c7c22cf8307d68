import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { LoopByLayer } from '../../charts/loop/LoopByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { useLateStep } from '../lanes/useLateStep.ts';
import { spreadColumns } from '../files/spreadColumns.ts';
import { useLayerNumbers } from '../files/useLayerNumbers.tsx';
import { useSpreadCaption } from './useSpreadCaption.ts';
import { useSpreadLanes } from './useSpreadLanes.ts';
import type { SpreadBetween } from './useSpreadLanes.ts';
import { useLayerFocus } from '../lanes/useLayerFocus.ts';

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
  const layerNumbers = useLayerNumbers();
  const hasBackward = useStore((state) => state.lab.settings.backward);
  const { focused, onFocusLayer } = useLayerFocus();
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
  const gradients = backward.map((lane) => ({ ...lane, name: charts.gradientOf(lane.name) }));
  const columns = [
    ...spreadColumns(forward, charts.theory),
    ...spreadColumns(gradients, charts.theory, '-gradient'),
  ];
  return (
    <FigureFrame
      chart="loop"
      title={hasBackward ? charts.loop : charts.spreadForward}
      titleLevel={titleLevel}
      summary={`${format.clauses(spoken)}.`}
      caption={hasBackward && step === null ? `${charts.loopCaption} ${caption}` : caption}
      numbers={layerNumbers(charts.loop, layers, columns)}
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
            focused={focused}
            onFocusLayer={onFocusLayer}
          />
        )}
      </div>
    </FigureFrame>
  );
}
