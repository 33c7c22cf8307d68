import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ChartAxisTitle } from '../frame/ChartAxisTitle.tsx';
import { LayerChart } from '../frame/LayerChart.tsx';
import { SpreadMarks, SpreadTip } from './SpreadMarks.tsx';
import { decadeDomain, decadeText, decadeTicks } from '../geometry/decades.ts';
import type { DecadeDomain } from '../geometry/decades.ts';
import { STRIP } from '../geometry/logRows.ts';
import { endMargin } from '../geometry/endLabels.ts';
import { SpreadProvider } from './spreadContext.ts';
import { spreadValues } from './spread.ts';
import type { SpreadLane, SpreadWords } from './spread.ts';
import styles from '../frame/chart.module.css';
import { heightOf, ticksIn } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, LayerFocus } from '../types.ts';

export interface SpreadByLayerProps extends LayerFocus {
  readonly lanes: readonly SpreadLane[];
  readonly layers: number;
  /** Backward: the arrow under the axis points from the last layer to the first. */
  readonly direction: 'forward' | 'backward';
  /** Text on the arrow: `layer`, `gradient flows back`. */
  readonly xTitle: ReactNode;
  /** Title of the y-axis: `σ of the activations`. */
  readonly yTitle: ReactNode;
  /** Accessible name of the plot. */
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 14 by default. */
  readonly height?: number;
  /** Fixes the axis; by default, the smallest range of the table in `decades.ts` that holds all lanes. */
  readonly decades?: DecadeDomain | undefined;
  /** The decade of the reference rule; 0 by default, which is the value 1. */
  readonly reference?: number;
  readonly format: ChartFormat;
  readonly words: SpreadWords;
}

/** Room for arrowheads and for the dot of the cost, where the gradient starts; in rem. */
const TURN = 1.1;

/**
 * Spread of each layer on a log axis: dots are measured, lines are theory, the rule is at 1. Names are placed where
 * the lines differ most: at the last layer of a forward pass, at the first layer of a backward pass.
 */
export function SpreadByLayer(props: SpreadByLayerProps) {
  const { lanes, layers, direction, size, format, words, label, focused, reference = 0 } = props;
  const { rem, width } = size;
  const backward = direction === 'backward';
  const { lo, hi } = props.decades ?? decadeDomain(lanes.flatMap(spreadValues));
  const height = heightOf(size, props.height ?? 14);
  const names = endMargin(
    lanes.map((lane) => lane.name),
    rem,
    width,
    size.type,
  );
  const margin = useMemo(
    () => ({
      top: rem * 0.5,
      bottom: 0,
      ...(backward ? { left: names, right: rem * 2.5 } : { left: rem * 2.5, right: names }),
    }),
    [rem, names, backward],
  );
  const ticks = useMemo(
    () =>
      decadeTicks({ lo, hi }, ticksIn(height, rem, 6)).map((value) => ({
        value,
        label: decadeText(value, format),
      })),
    [lo, hi, height, rem, format],
  );
  const strip = (hi - lo) * STRIP;
  const pitch = (width - margin.left - margin.right) / layers;
  const pad = Math.max(layers < 20 ? 0.25 : 0.5, backward ? (rem * TURN) / pitch : 0);
  const value = useMemo(
    () => ({ lanes, layers, direction, reference, lo, hi, strip, rem, format, words, focused }),
    [lanes, layers, direction, reference, lo, hi, strip, rem, format, words, focused],
  );
  return (
    <SpreadProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <p className={styles['yTitle']} data-side={backward ? 'right' : 'left'}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <LayerChart
          layers={layers}
          width={width}
          height={height}
          rem={rem}
          margin={margin}
          pad={pad}
          axis={backward ? 'right' : 'left'}
          lo={lo - strip}
          hi={hi + strip}
          ticks={ticks}
          format={format}
          label={label}
          onFocusLayer={props.onFocusLayer}
          Marks={SpreadMarks}
          Tip={SpreadTip}
        />
        <ChartAxisTitle direction={direction} start={margin.left} end={margin.right}>
          {props.xTitle}
        </ChartAxisTitle>
      </div>
    </SpreadProvider>
  );
}
