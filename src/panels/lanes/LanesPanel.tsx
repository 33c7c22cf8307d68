import { memo, useCallback, useContext, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HistogramStrip } from '../../charts/strip/HistogramStrip.tsx';
import { LaneGrid } from '../../charts/strip/LaneGrid.tsx';
import { rowHeight } from '../../charts/strip/stripGeometry.ts';
import type { LaneCell } from '../../charts/strip/LaneGrid.tsx';
import { sharedDomains } from '../../engine/lab/domains.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import type { LaneState } from '../../store/state/types.ts';
import { useStore } from '../../store/store.ts';
import { useLasting } from '../../store/late/useLasting.ts';
import { useLateLab, useLateLane, useLateResults } from '../../store/late/useLateStore.ts';
import { endDrawing, measureDrawings } from '../../store/late/drawPace.ts';
import { useMarkPending } from '../../ui/pending.ts';
import { ConnectedLayers } from './ConnectedLayers.tsx';
import { ConnectedThread } from './ConnectedThread.tsx';
import { InSight } from './InSight.tsx';
import { LaneHeader } from './LaneHeader.tsx';
import styles from './LanesPanel.module.css';
import { LaneAlias } from './laneAlias.ts';
import { laneName } from './laneNames.ts';
import { LanesThreadRange } from './LanesThreadRange.tsx';
import { useFirstLayers } from './useFirstLayers.ts';
import { useLaneLook } from './useLaneLook.ts';
import { useLayerFocus } from './useLayerFocus.ts';
import { lanesTable } from './lanesTable.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

interface LanesPanelProps {
  /** Whether lanes can be changed here. */
  readonly editable: boolean;
  readonly titleLevel?: 2 | 3;
  readonly actions?: ReactNode;
  /** Keeps each lane's first histograms as outlines behind what it is changed to. */
  readonly keepsFirst?: boolean;
  /** Draws the histograms without Recharts. */
  readonly plain?: boolean;
}

/** Of a lane's header and its axis, in rem. */
const HEADER_HEIGHT = 8;

/** Lanes are columns, layers are rows: the histogram of every layer. */
export function LanesPanel(props: LanesPanelProps) {
  const { editable, titleLevel = 2, actions, keepsFirst = false, plain = false } = props;
  const { words, format, dir } = useI18n();
  const alias = useContext(LaneAlias);
  const figureNumbers = useFigureNumbers();
  const lab = useLateLab();
  const quantity = useStore((state) => state.quantity);
  const scale = useStore((state) => state.scale);
  const domains = useMemo(
    () => sharedDomains(lab.lanes.map((lane) => laneConfig(lab, lane))),
    [lab],
  );
  const [lo, hi] = domains[quantity];
  // A new object would render every lane again.
  const domain = useMemo(() => [lo, hi] as const, [lo, hi]);
  const { symbol, title } = words.quantities[quantity];
  const missing =
    !lab.settings.backward && (quantity === 'gradients' || quantity === 'weightGradients');
  return (
    <FigureFrame
      chart="lanes"
      title={title}
      titleLevel={titleLevel}
      summary={format.clauses(
        lab.lanes.map((lane, index) => alias?.(index) ?? laneName(lane, words, format)),
      )}
      caption={missing ? words.charts.noGradient : words.charts.histogramsCaption}
      actions={actions}
      numbers={figureNumbers({
        caption: title,
        ...lanesTable(words, format, quantity, alias),
      })}
    >
      <PendingRows />
      <LanesThreadRange quantity={quantity} reach={Math.max(hi, -lo)}>
        <LaneGrid
          lanes={lab.lanes.length}
          dir={dir}
          tight={!editable}
          height={HEADER_HEIGHT + rowHeight(lab.settings.depth, 1) * lab.settings.depth}
        >
          {(cell) =>
            lab.lanes.map((lane, index) => (
              // A lane is identified only by its index.
              // oxlint-disable-next-line react/no-array-index-key
              <InSight key={index} className={styles['lane']} dir={dir} data-of-lane={index}>
                <LaneHeader index={index} editable={editable} />
                <Strip
                  index={index}
                  depth={lane.overrides.depth ?? lab.settings.depth}
                  cell={cell}
                  plain={plain}
                  keepsFirst={keepsFirst}
                  domain={domain}
                  label={alias?.(index) ?? laneName(lane, words, format)}
                />
              </InSight>
            ))
          }
        </LaneGrid>
      </LanesThreadRange>
      <p className={styles['axisTitle']} dir={dir}>
        {scale === 'same'
          ? format.clauses([words.charts.sameScale(symbol), words.charts.thread])
          : words.charts.ownScale(symbol)}
      </p>
    </FigureFrame>
  );
}

/** Marks the page as pending until the rows show the results that have arrived. */
function PendingRows() {
  const drawn = useLateResults();
  useMarkPending(useStore((state) => state.lanes) !== drawn);
  useEffect(measureDrawings, []);
  useEffect(() => endDrawing(drawn), [drawn]);
  return null;
}

interface StripProps {
  readonly index: number;
  /** Layers asked for, before there is a result. */
  readonly depth: number;
  readonly cell: LaneCell;
  readonly plain: boolean;
  readonly keepsFirst: boolean;
  readonly domain: readonly [lo: number, hi: number];
  readonly label: string;
}

const depthShown = (lane: LaneState | undefined): number | null =>
  lane?.shown?.config.depth ?? null;
const isLaneStale = (lane: LaneState | undefined): boolean => lane === undefined || isStale(lane);

/** Connects a lane's chart to the store. Its histograms subscribe by themselves, so the frame is not rendered again. */
const Strip = memo(function Strip(props: StripProps) {
  const { index, depth, cell, plain, keepsFirst, domain, label } = props;
  const { words, format } = useI18n();
  const look = useLaneLook(index);
  const quantity = useStore((state) => state.quantity);
  const scale = useStore((state) => state.scale);
  const { focused, onFocusLayer } = useLayerFocus();
  const setView = useStore((state) => state.setView);
  const layers = useLateLane(index, depthShown) ?? depth;
  const stale = useLasting(useLateLane(index, isLaneStale));
  const before = useFirstLayers(index, keepsFirst);
  const histograms = useMemo(
    () => <ConnectedLayers lane={index} quantity={quantity} before={before} />,
    [index, quantity, before],
  );
  const thread = useMemo(
    () => <ConnectedThread lane={index} quantity={quantity} />,
    [index, quantity],
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
  const onOpenLayer = useCallback(
    (layer: number) => setView({ opened: { lane: index, layer } }),
    [setView, index],
  );
  if (layers === 0) return <p>{words.charts.noLayers}</p>;
  return (
    <HistogramStrip
      lane={index}
      quantity={quantity}
      layers={layers}
      label={label}
      tone={look.tone}
      shade={look.shade}
      size={cell.size}
      plain={plain}
      scale={scale}
      domain={domain}
      layerLabels={cell.leftmost(index)}
      stale={stale}
      format={format}
      words={stripWords}
      histograms={histograms}
      thread={thread}
      focused={focused}
      onFocusLayer={onFocusLayer}
      onOpenLayer={onOpenLayer}
    />
  );
});
