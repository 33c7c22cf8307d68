import { useDeferredValue, useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import type { ShareLane } from '../../charts/byLayer/shareContext.ts';
import { ShareByLayer } from '../../charts/byLayer/ShareByLayer.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import styles from './CloserPanel.module.css';
import { laneLooks } from '../lanes/laneLook.ts';
import { laneName } from '../lanes/laneNames.ts';

const KINDS = ['saturated', 'zero'] as const;

/** What part of each layer's activations sits at its limits, and what part is exactly zero. */
export function SharesPanel() {
  const { words } = useI18n();
  const { charts } = words;
  return (
    <div className={styles['two']}>
      {KINDS.map((kind) => (
        <Shares
          key={kind}
          kind={kind}
          title={`${charts.shares} ${kind === 'saturated' ? charts.sharesSaturated : charts.sharesZero}`}
        />
      ))}
    </div>
  );
}

interface SharesProps {
  readonly kind: (typeof KINDS)[number];
  readonly title: string;
}

function Shares({ kind, title }: SharesProps) {
  const { words, format } = useI18n();
  const lab = useDeferredValue(useStore((state) => state.lab));
  // Lines may come a frame after the histograms: a slider goes first.
  const states = useDeferredValue(useStore((state) => state.lanes));
  const focus = useStore((state) => state.focus);
  const setView = useStore((state) => state.setView);
  const [ref, size] = useChartSize();
  const { charts } = words;
  const name = kind === 'saturated' ? charts.sharesSaturated : charts.sharesZero;
  const lanes = useMemo(() => {
    const looks = laneLooks(lab.lanes.map((lane) => lane.initializer.id));
    return lab.lanes.map((lane, index): ShareLane => {
      const state = states[index];
      return {
        lane: index,
        name: laneName(lane, words, format),
        tone: looks[index]?.tone ?? 5,
        dash: looks[index]?.dash ?? 'solid',
        stale: state === undefined || isStale(state),
        shares: (state?.shown?.layers ?? []).map((stats) => stats.activations[kind]),
      };
    });
  }, [lab.lanes, states, words, format, kind]);
  const layers = Math.max(1, ...lanes.map((lane) => lane.shares.length));
  const chartWords = useMemo(
    () => ({ layer: (layer: number) => charts.layer(format.integer(layer)), share: name }),
    [charts, format, name],
  );
  const onFocusLayer = useMemo(
    () => (layer: number | null) => setView({ focus: layer }),
    [setView],
  );
  return (
    <FigureFrame
      chart={`share-${kind}`}
      title={name}
      summary={title}
      caption={charts.sharesCaption}
      numbers={{
        show: charts.numbers,
        hide: charts.hideNumbers,
        caption: title,
        columns: [
          { id: 'layer', title: charts.layerColumn },
          ...lanes.map((lane) => ({ id: String(lane.lane), title: lane.name })),
        ],
        rows: () =>
          Array.from({ length: layers }, (_, i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: lanes.map(({ shares }) => {
              const share = shares[i];
              return share == null ? '–' : format.percent(share);
            }),
          })),
        raw: () =>
          Array.from({ length: layers }, (_, i) => [
            i + 1,
            ...lanes.map(({ shares }) => shares[i] ?? null),
          ]),
      }}
    >
      <div ref={ref}>
        {size !== null && (
          <ShareByLayer
            lanes={lanes}
            layers={layers}
            xTitle={charts.layerColumn}
            yTitle={name}
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
