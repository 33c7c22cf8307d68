import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import type { ShareLane } from '../../charts/byLayer/shareContext.ts';
import { ShareByLayer } from '../../charts/byLayer/ShareByLayer.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { activation } from '../../engine/rules/activations.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useLateResults } from '../../store/late/useLateStore.ts';
import { Pair } from '../../ui/PanelSection.tsx';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { useLayerNumbers } from '../files/useLayerNumbers.tsx';
import { useLayerFocus } from '../lanes/useLayerFocus.ts';

type Share = 'saturated' | 'zero';

/** Share of each layer that is exactly zero; where an activation saturates, also the share that lies at its limits. */
export function SharesPanel() {
  const saturates = useStore(({ lab }) =>
    lab.lanes.some((lane) => activation(laneConfig(lab, lane).act.id).saturation !== null),
  );
  if (!saturates) return <Shares kind="zero" />;
  return (
    <Pair>
      <Shares kind="saturated" />
      <Shares kind="zero" />
    </Pair>
  );
}

function Shares({ kind }: { readonly kind: Share }) {
  const { words, format } = useI18n();
  const layerNumbers = useLayerNumbers();
  const marks = useLaneMarks();
  const states = useLateResults();
  const { focused, onFocusLayer } = useLayerFocus();
  const [ref, size] = useChartSize();
  const { charts } = words;
  const title = kind === 'saturated' ? charts.sharesSaturated : charts.sharesZero;
  const lanes = useMemo(
    () =>
      marks.map((mark): ShareLane => {
        const state = states[mark.lane];
        return {
          ...mark,
          stale: state === undefined || isStale(state),
          shares: (state?.shown?.layers ?? []).map((stats) => stats.activations[kind]),
        };
      }),
    [marks, states, kind],
  );
  const layers = Math.max(1, ...lanes.map((lane) => lane.shares.length));
  const chartWords = useMemo(
    () => ({ layer: (layer: number) => charts.layer(format.integer(layer)), share: charts.share }),
    [charts, format],
  );
  return (
    <FigureFrame
      chart={`share-${kind}`}
      title={title}
      summary={`${title} ${format.clauses(
        lanes.map(({ name, shares }) => `${name}: ${format.percent(shares.at(-1) ?? 0)}`),
      )}`}
      numbers={layerNumbers(
        title,
        layers,
        lanes.map(({ lane, name, shares }) => ({
          id: String(lane),
          title: name,
          value: (i: number) => shares[i],
          print: format.percent,
        })),
      )}
    >
      <div ref={ref}>
        {size !== null && (
          <ShareByLayer
            lanes={lanes}
            layers={layers}
            xTitle={charts.layerColumn}
            yTitle={charts.share}
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
