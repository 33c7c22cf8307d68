import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { LayerChart } from '../frame/LayerChart.tsx';
import { decadeDomain, decadeText, decadeTicks } from '../geometry/decades.ts';
import { endMargin } from '../geometry/endLabels.ts';
import { endLead, endOf } from '../byLayer/SpreadBand.tsx';
import { spreadValues } from '../byLayer/spread.ts';
import type { SpreadLane } from '../byLayer/spread.ts';
import { LoopMarks, LoopTip } from './LoopMarks.tsx';
import { LoopProvider } from './loopContext.ts';
import type { LoopWords } from './loopContext.ts';
import { loopRows } from './loop.ts';
import { infinityRow } from '../geometry/logRows.ts';
import styles from '../frame/chart.module.css';
import { heightOf, ticksIn } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, LayerFocus } from '../types.ts';

export interface LoopByLayerProps extends LayerFocus {
  readonly forward: readonly SpreadLane[];
  /** Empty without a backward pass. */
  readonly backward: readonly SpreadLane[];
  readonly layers: number;
  readonly xTitle: ReactNode;
  /** Accessible name of the plot. */
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 24 by default. */
  readonly height?: number;
  readonly format: ChartFormat;
  readonly words: LoopWords;
}

/**
 * Room in rem: left of layer 1 for the arrowheads, and right of the last layer for the turn at the cost; then the most
 * room for names at either side, as a fraction of the width.
 */
const ROOMY = { before: 1.2, after: 2.6, names: 1 / 3 } as const;
/** On a phone, where names break into lines so that the layers do not end up on top of each other. */
const NARROW = { before: 0.9, after: 1.9, names: 0.24 } as const;
/** Charts narrower than this are NARROW, in rem. */
const NARROW_WIDTH = 30;

/**
 * The signal's way to the cost and the gradient's way back, one above the other on the same decades: a good
 * initialization gives a level hairpin. Names are placed where the lines of each band differ most.
 */
export function LoopByLayer(props: LoopByLayerProps) {
  const { forward, backward, layers, size, format, words, label, focused } = props;
  const { rem, width } = size;
  const { lo, hi } = decadeDomain([...forward, ...backward].flatMap(spreadValues));
  const bands = backward.length > 0 ? 2 : 1;
  const height = heightOf(size, (props.height ?? 24) * (bands === 2 ? 1 : 0.58));
  const room = width < NARROW_WIDTH * rem ? NARROW : ROOMY;
  const names = Math.min(
    Math.round(width * room.names),
    endMargin(
      [
        ...forward.map((lane) => endLead(endOf(lane, 'forward'), format, words) + lane.name),
        ...backward.map((lane) => endLead(endOf(lane, 'backward'), format, words) + lane.name),
      ],
      rem,
      width,
      size.type,
    ),
  );
  const margin = useMemo(
    () => ({ top: rem * 1.4, bottom: 0, left: names, right: names }),
    [rem, names],
  );
  const rows = useMemo(() => loopRows({ lo, hi }, bands), [lo, hi, bands]);
  const most = ticksIn(height / bands, rem, 5);
  const infinite = forward.some(({ measured }) => measured.includes(Infinity));
  const ticks = useMemo(() => {
    // A label on top of that of the row for infinity is left out; 3 rem of the height are not part of the plot.
    const line = (rem * (rows.ceiling - rows.floor)) / (height - rem * 3);
    const highest = infinite ? infinityRow(rows) - line : hi;
    return decadeTicks({ lo, hi }, most)
      .filter((value) => value <= highest)
      .map((value) => ({ value, label: decadeText(value, format) }));
  }, [lo, hi, most, format, rows, infinite, rem, height]);
  const plot = width - 2 * names - (room.before + room.after) * rem;
  const pitch = Math.max(0.5, plot / Math.max(1, layers - 1));
  // A single layer is centred.
  const aside = layers === 1 ? 0.5 : 0;
  const turn = room.after * rem * 0.55;
  const value = useMemo(
    () => ({ ...rows, forward, backward, layers, most, turn, rem, format, words, focused }),
    [rows, forward, backward, layers, most, turn, rem, format, words, focused],
  );
  return (
    <LoopProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <LayerChart
          layers={layers}
          width={width}
          height={height}
          rem={rem}
          margin={margin}
          pad={aside + (room.before * rem) / pitch}
          after={aside + (room.after * rem) / pitch}
          lo={rows.floor}
          hi={rows.ceiling}
          ticks={ticks}
          format={format}
          label={label}
          onFocusLayer={props.onFocusLayer}
          Marks={LoopMarks}
          Tip={LoopTip}
        />
        <p
          className={styles['axisTitle']}
          style={{ marginInlineStart: names, marginInlineEnd: names + room.after * rem }}
        >
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </LoopProvider>
  );
}
