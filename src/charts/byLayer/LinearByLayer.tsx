import { useMemo } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { ChartAxisTitle } from '../frame/ChartAxisTitle.tsx';
import { LayerChart } from '../frame/LayerChart.tsx';
import type { AxisTick } from '../frame/LayerChart.tsx';
import { endMargin } from '../geometry/endLabels.ts';
import { heightOf } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, LayerFocus } from '../types.ts';
import styles from '../frame/chart.module.css';

/** Props that a panel passes to a chart of one number per layer on a linear axis. */
export interface ByLayerProps<Lane, Words> extends LayerFocus {
  readonly lanes: readonly Lane[];
  readonly layers: number;
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; the chart's own height by default. */
  readonly height?: number;
  readonly format: ChartFormat;
  readonly words: Words;
}

interface LinearByLayerProps extends Omit<ByLayerProps<{ readonly name: string }, never>, 'words'> {
  readonly height: number;
  readonly lo: number;
  readonly hi: number;
  readonly ticks: readonly AxisTick[];
  readonly Marks: ComponentType;
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/**
 * Axes and titles of a chart with a linear y-axis over the layers, each lane named where its line ends. The marks
 * read their lanes from a context.
 */
export function LinearByLayer(props: LinearByLayerProps) {
  const { lanes, layers, size } = props;
  const { rem, width } = size;
  const right = endMargin(
    lanes.map((lane) => lane.name),
    rem,
    width,
    size.type,
  );
  const margin = useMemo(() => ({ top: rem * 0.6, right, bottom: 0, left: rem * 3 }), [rem, right]);
  return (
    <div className={styles['chart']} dir="ltr">
      <p className={styles['yTitle']}>
        <bdi>{props.yTitle}</bdi>
      </p>
      <LayerChart
        layers={layers}
        width={width}
        height={heightOf(size, props.height)}
        rem={rem}
        margin={margin}
        pad={layers < 20 ? 0.25 : 0.5}
        lo={props.lo}
        hi={props.hi}
        ticks={props.ticks}
        format={props.format}
        label={props.label}
        onFocusLayer={props.onFocusLayer}
        Marks={props.Marks}
        Tip={props.Tip}
      />
      <ChartAxisTitle direction="forward" start={margin.left} end={margin.right}>
        {props.xTitle}
      </ChartAxisTitle>
    </div>
  );
}
