import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ChartAxisTitle } from '../frame/ChartAxisTitle.tsx';
import { LayerChart } from '../frame/LayerChart.tsx';
import { SpreadMarks, SpreadTip } from './SpreadMarks.tsx';
import { decadeDomain, decadeText, decadeTicks } from '../geometry/decades.ts';
import type { DecadeDomain } from '../geometry/decades.ts';
import { endMargin } from '../geometry/endLabels.ts';
import { SpreadProvider } from './spreadContext.ts';
import type { SeedBand, SpreadLane, SpreadWords } from './spread.ts';
import styles from '../frame/chart.module.css';
import { heightOf, ticksIn } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, LayerFocus } from '../types.ts';

export interface SpreadByLayerProps extends LayerFocus {
  readonly lanes: readonly SpreadLane[];
  readonly layers: number;
  /** Backward: the arrow under the axis points from the last layer to the first. */
  readonly direction: 'forward' | 'backward';
  /** What the arrow says: `layer`, `gradient flows back`. */
  readonly xTitle: ReactNode;
  /** What y is: `σ of the activations`. */
  readonly yTitle: ReactNode;
  /** Names the plot to a screen reader. */
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 14 where absent. */
  readonly height?: number;
  /** Fixes the axis; where absent, the smallest step of the table that holds all lanes. */
  readonly decades?: DecadeDomain | undefined;
  /** The decade of the rule one compares with; 0, that is 1, where absent. */
  readonly reference?: number;
  readonly format: ChartFormat;
  readonly words: SpreadWords;
}

const bandValues = (band: SeedBand | null): readonly number[] =>
  band === null ? [] : [...band.low, ...band.high];

/** Spread of every layer on a log axis: dots are measured, lines are theory, the rule is 1. */
export function SpreadByLayer(props: SpreadByLayerProps) {
  const { lanes, layers, direction, size, format, words, label, focused, reference = 0 } = props;
  const { rem, width } = size;
  const found =
    props.decades ??
    decadeDomain(
      lanes.flatMap((l) => [...l.measured, ...(l.theory ?? []), ...bandValues(l.seedBand)]),
    );
  const { lo, hi } = found;
  const height = heightOf(size, props.height ?? 14);
  const right = endMargin(
    lanes.map((lane) => lane.name),
    rem,
    width,
  );
  const margin = useMemo(
    () => ({ top: rem * 0.5, right, bottom: 0, left: rem * 2.5 }),
    [rem, right],
  );
  const ticks = useMemo(
    () =>
      decadeTicks({ lo, hi }, ticksIn(height, rem, 6)).map((value) => ({
        value,
        label: decadeText(value, format),
      })),
    [lo, hi, height, rem, format],
  );
  const strip = (hi - lo) * 0.13;
  const value = useMemo(
    () => ({ lanes, layers, reference, lo, hi, strip, rem, format, words, focused }),
    [lanes, layers, reference, lo, hi, strip, rem, format, words, focused],
  );
  return (
    <SpreadProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <p className={styles['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <LayerChart
          layers={layers}
          width={width}
          height={height}
          rem={rem}
          margin={margin}
          pad={layers < 20 ? 0.25 : 0.5}
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
