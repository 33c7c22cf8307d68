import { useMemo } from 'react';
import { spreadOf } from '../../engine/measure/spreadOf.ts';
import { FigureFrame } from '../frame/FigureFrame.tsx';
import { HistogramLayers } from '../strip/HistogramLayers.tsx';
import { HistogramStrip } from '../strip/HistogramStrip.tsx';
import { LaneGrid } from '../strip/LaneGrid.tsx';
import type { LaneCell } from '../strip/LaneGrid.tsx';
import { SpreadThread } from '../strip/SpreadThread.tsx';
import { threadDecades } from '../strip/spreadThread.ts';
import { ThreadRange } from '../strip/stripContext.ts';
import type { HistogramScale, LayerFocus } from '../types.ts';
import type { MockLane } from './lanes.ts';
import { DIR, format, words } from './words.ts';
import styles from './gallery.module.css';

interface LanesProps extends LayerFocus {
  readonly lanes: readonly MockLane[];
  readonly domain: readonly [number, number];
  readonly scale: HistogramScale;
  readonly stale?: boolean;
}

interface LaneProps extends LanesProps {
  readonly lane: MockLane;
  readonly index: number;
  readonly cell: LaneCell;
}

function Lane({ lane, index, cell, domain, scale, stale = false, ...focus }: LaneProps) {
  const histograms = useMemo(
    () => (
      <HistogramLayers
        summaries={lane.layers}
        spoken={(layer, { std }) => words.spoken(lane.name, layer, std)}
      />
    ),
    [lane],
  );
  const thread = useMemo(() => <SpreadThread spreads={lane.layers.map(spreadOf)} />, [lane]);
  return (
    <div>
      <h4 className={styles['name']}>
        <bdi>{lane.name}</bdi>
      </h4>
      <HistogramStrip
        lane={index}
        quantity="activations"
        layers={lane.layers.length}
        label={lane.name}
        tone={lane.tone}
        size={cell.size}
        scale={scale}
        domain={domain}
        layerLabels={cell.leftmost(index)}
        axisTitle={scale === 'same' ? words.same : words.own}
        stale={stale}
        format={format}
        words={words.strip}
        histograms={histograms}
        thread={thread}
        focused={focus.focused}
        onFocusLayer={focus.onFocusLayer}
      />
    </div>
  );
}

export function Lanes(props: LanesProps) {
  const { lanes, domain } = props;
  const range = useMemo(() => {
    const spreads = lanes.flatMap(({ layers }) => layers.map(spreadOf));
    return threadDecades(spreads, Math.max(domain[1], -domain[0]));
  }, [lanes, domain]);
  return (
    <FigureFrame chart="lanes" title={words.lanesTitle} summary="" caption={words.lanesCaption}>
      <ThreadRange value={range}>
        <LaneGrid lanes={props.lanes.length} dir={DIR} narrowest={props.scale === 'own' ? 12 : 9.5}>
          {(cell) =>
            props.lanes.map((lane, index) => (
              <Lane {...props} key={lane.name} lane={lane} index={index} cell={cell} />
            ))
          }
        </LaneGrid>
      </ThreadRange>
    </FigureFrame>
  );
}
