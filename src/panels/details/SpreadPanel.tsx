import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { SpreadByLayer } from '../../charts/byLayer/SpreadByLayer.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLateLab } from '../../store/late/useLateStore.ts';
import { useSpreadCaption } from './useSpreadCaption.ts';
import { useSpreadLanes } from './useSpreadLanes.ts';
import type { SpreadBetween, SpreadDirection } from './useSpreadLanes.ts';
import { spreadColumns } from '../files/spreadColumns.ts';
import { useLayerNumbers } from '../files/useLayerNumbers.tsx';
import { useLayerFocus } from '../lanes/useLayerFocus.ts';

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
  const layerNumbers = useLayerNumbers();
  const lab = useLateLab();
  const { focused, onFocusLayer } = useLayerFocus();
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
  const title = forward ? charts.spreadForward : charts.spreadBackward;
  const yName = forward ? charts.spreadForwardY : charts.spreadBackwardY;
  const yTitle = between?.place === 'instead' ? `${yName} · ${between.axis}` : yName;
  const ends = lanes.map(({ name, measured }) => {
    const say = (value: number | null | undefined): string =>
      value == null ? '–' : format.plain(value);
    return charts.spokenLane(name, say(measured[0]), say(measured.at(-1)));
  });
  return (
    <FigureFrame
      chart={forward ? 'spread-forward' : 'spread-backward'}
      title={title}
      titleLevel={titleLevel}
      summary={`${format.clauses(ends)}.`}
      caption={!forward && !lab.settings.backward ? charts.noGradient : caption}
      numbers={layerNumbers(title, layers, spreadColumns(lanes, charts.theory))}
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
            focused={focused}
            onFocusLayer={onFocusLayer}
          />
        )}
      </div>
    </FigureFrame>
  );
}
