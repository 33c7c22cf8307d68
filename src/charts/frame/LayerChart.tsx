import type { NumberText } from '../../i18n/format.ts';
import { memo, useMemo } from 'react';
import type { ComponentType } from 'react';
import { PlotFrame } from './PlotFrame.tsx';
import { isLabelled, labelStep } from '../geometry/ticks.ts';
import type { StripMargin } from '../geometry/margin.ts';
import type { ChartFormat } from '../types.ts';

export interface AxisTick {
  readonly value: number;
  readonly label: NumberText;
}

interface LayerChartProps {
  readonly layers: number;
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  /** Room before the first layer and after the last, in layers. */
  readonly pad: number;
  /** Room after the last layer, in layers, if it differs from `pad`. */
  readonly after?: number;
  /** The side of the y-axis; the `margin` of that side holds its labels. */
  readonly axis?: 'left' | 'right';
  readonly margin: StripMargin;
  readonly lo: number;
  readonly hi: number;
  readonly ticks: readonly AxisTick[];
  readonly format: ChartFormat;
  /** Accessible name of the plot. */
  readonly label: string;
  readonly onFocusLayer: (layer: number | null) => void;
  /** Drawn inside the frame; reads changing data from a context. */
  readonly Marks: ComponentType;
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/** The frame of every chart with layers along x. */
export const LayerChart = memo(function LayerChart(props: LayerChartProps) {
  const { layers, width, rem, margin, pad, lo, hi, ticks, format, axis = 'left' } = props;
  const stops = useMemo(() => Array.from({ length: layers }, (_, i) => i + 1), [layers]);
  const step = labelStep((width - margin.left - margin.right) / layers, rem * 1.7);
  const labels = new Map(ticks.map((tick) => [tick.value, tick.label]));
  return (
    <PlotFrame
      width={width}
      height={props.height}
      rem={rem}
      margin={{ ...margin, [axis]: 0 }}
      x={{
        domain: [1 - pad, layers + (props.after ?? pad)],
        ticks: stops.filter((layer) => isLabelled(layer, layers, step)),
        print: (layer) => ({ base: format.integer(layer), exponent: null }),
        room: Math.round(rem * 1.5),
      }}
      y={{
        domain: [lo, hi],
        ticks: ticks.map((tick) => tick.value),
        print: (value) => labels.get(value) ?? null,
        room: margin[axis],
        side: axis,
      }}
      stops={stops}
      tipGap={rem * 1.5}
      label={props.label}
      onFocus={props.onFocusLayer}
      Marks={props.Marks}
      Tip={props.Tip}
    />
  );
});
