/** Measures the cost of a repaint in which only the counts change; a script presses the `data-bench` buttons. */
import { useMemo, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useChartSize } from '../frame/useChartSize.ts';
import { LoopByLayer } from '../loop/LoopByLayer.tsx';
import { HistogramLayers } from '../strip/HistogramLayers.tsx';
import type { SpokenLayer } from '../strip/HistogramLayers.tsx';
import { HistogramStrip } from '../strip/HistogramStrip.tsx';
import { LaneGrid } from '../strip/LaneGrid.tsx';
import type { LaneCell } from '../strip/LaneGrid.tsx';
import type { LayerFocus } from '../types.ts';
import type { MockLane } from './lanes.ts';
import { RELU_DOMAIN, reluLanes } from './lanes.ts';
import { spreadMarks } from './spreadMarks.ts';
import { format, words } from './words.ts';

const VARIANTS = 4;

interface Source {
  readonly lanes: () => readonly MockLane[];
  readonly next: () => void;
  readonly subscribe: (changed: () => void) => () => void;
}

function source(depth: number): Source {
  const variants = Array.from({ length: VARIANTS }, (_, i) => reluLanes(depth, 7 + i * 200));
  const listeners = new Set<() => void>();
  let at = 0;
  return {
    lanes: () => variants[at % VARIANTS] ?? [],
    next: () => {
      at += 1;
      for (const listener of listeners) listener();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

interface LayersProps {
  readonly from: Source;
  readonly lane: number;
}

const spoken: SpokenLayer = (layer, { std }) => words.spoken('lane', layer, std);

function Layers({ from, lane }: LayersProps) {
  const mock = useSyncExternalStore(from.subscribe, () => from.lanes()[lane]);
  return <HistogramLayers summaries={mock?.layers ?? []} spoken={spoken} />;
}

interface LaneProps extends LayerFocus {
  readonly from: Source;
  readonly lane: number;
  readonly layers: number;
  readonly cell: LaneCell;
}

function Lane({ from, lane, layers, cell, focused, onFocusLayer }: LaneProps) {
  const histograms = useMemo(() => <Layers from={from} lane={lane} />, [from, lane]);
  return (
    <HistogramStrip
      lane={lane}
      quantity="activations"
      layers={layers}
      label="lane"
      tone={3}
      size={cell.size}
      scale="same"
      domain={RELU_DOMAIN}
      layerLabels={cell.leftmost(lane)}
      stale={false}
      format={format}
      words={words.strip}
      histograms={histograms}
      focused={focused}
      onFocusLayer={onFocusLayer}
    />
  );
}

const TEN = source(10);
const HUNDRED = source(100);
/** A separate source, so that nothing else is repainted with it. */
const SIX = source(10);

interface CaseProps extends LayerFocus {
  readonly id: string;
  readonly from: Source;
  readonly lanes: readonly number[];
  readonly layers: number;
}

function Case({ id, from, lanes, layers, ...focus }: CaseProps) {
  return (
    <div>
      <button type="button" data-bench={id} onClick={() => flushSync(from.next)}>
        {id}
      </button>
      <LaneGrid lanes={lanes.length} dir="ltr">
        {(cell) =>
          lanes.map((lane) => (
            <Lane {...focus} key={lane} from={from} lane={lane} layers={layers} cell={cell} />
          ))
        }
      </LaneGrid>
    </div>
  );
}

/** Six lanes, forward and backward, changing as if a slider moved. */
function LoopCase({ focused, onFocusLayer }: LayerFocus) {
  const [ref, size] = useChartSize();
  const lanes = useSyncExternalStore(SIX.subscribe, SIX.lanes);
  const six = useMemo(() => spreadMarks([...lanes, ...lanes.slice(1, 3)]), [lanes]);
  return (
    <div ref={ref}>
      <button type="button" data-bench="loop6" onClick={() => flushSync(SIX.next)}>
        loop6
      </button>
      {size !== null && (
        <LoopByLayer
          forward={six}
          backward={six}
          layers={10}
          xTitle={words.layers}
          label={words.loopTitle}
          size={size}
          format={format}
          words={{ ...words.spread, forward: words.sigma, backward: words.gradientSigma }}
          focused={focused}
          onFocusLayer={onFocusLayer}
        />
      )}
    </div>
  );
}

const FOUR = [0, 1, 2, 3] as const;
const ONE = [3] as const;

export function Bench(focus: LayerFocus) {
  return (
    <>
      <Case {...focus} id="4x10" from={TEN} lanes={FOUR} layers={10} />
      <LoopCase {...focus} />
      <Case {...focus} id="1x100" from={HUNDRED} lanes={ONE} layers={100} />
    </>
  );
}
