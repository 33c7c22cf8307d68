import type { NumberText } from '../../i18n/format.ts';
import { memo, useMemo } from 'react';
import type { ComponentType } from 'react';
import { Area, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import { AxisLabel } from './AxisLabel.tsx';
import { FocusReporter } from './FocusReporter.tsx';
import { TipAt, UNDER } from './TipAt.tsx';
import { isLabelled, labelStep } from '../geometry/ticks.ts';
import type { StripMargin } from '../geometry/margin.ts';
import styles from './chart.module.css';
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
  /** In layers, before the first and after the last. */
  readonly pad: number;
  readonly margin: StripMargin;
  readonly lo: number;
  readonly hi: number;
  readonly ticks: readonly AxisTick[];
  readonly format: ChartFormat;
  /** Names the plot to a screen reader. */
  readonly label: string;
  readonly onFocusLayer: (layer: number | null) => void;
  /** Drawn inside the frame; reads what changes from its own context. */
  readonly Marks: ComponentType;
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/**
 * The frame of every chart with layers along x: axes, hover, arrow keys. It stays as it is while values
 * stream; only `Marks` and an open `Tip` are drawn again.
 */
export const LayerChart = memo(function LayerChart(props: LayerChartProps) {
  const { layers, width, height, rem, margin, pad, lo, hi, ticks, format, label, Marks, Tip } =
    props;
  const data = useMemo(
    () => Array.from({ length: layers }, (_, i) => ({ layer: i + 1, y: lo })),
    [layers, lo],
  );
  const step = labelStep((width - margin.left - margin.right) / layers, rem * 1.7);
  const labelled = data.map((d) => d.layer).filter((layer) => isLabelled(layer, layers, step));
  const labels = new Map(ticks.map((tick) => [tick.value, tick.label]));
  return (
    <ComposedChart
      width={width}
      height={height}
      data={data}
      margin={{ ...margin, left: 0 }}
      title={label}
    >
      <XAxis
        dataKey="layer"
        type="number"
        domain={[1 - pad, layers + pad]}
        ticks={labelled}
        interval={0}
        allowDataOverflow
        height={Math.round(rem * 1.5)}
        axisLine={false}
        tickLine={false}
        tick={
          <AxisLabel
            side="bottom"
            print={(layer) => ({ base: format.integer(layer), exponent: null })}
          />
        }
      />
      <YAxis
        type="number"
        domain={[lo, hi]}
        ticks={ticks.map((tick) => tick.value)}
        interval={0}
        allowDataOverflow
        width={margin.left}
        axisLine={false}
        tickLine={false}
        tick={
          <AxisLabel
            side="left"
            end={margin.left - rem * 0.5}
            print={(value) => labels.get(value) ?? null}
          />
        }
      />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        offset={rem}
        // Under the axis, where it hides no data.
        position={{ y: height + rem * 1.5 }}
        allowEscapeViewBox={UNDER}
        wrapperClassName={styles['tipWrapper'] ?? ''}
        content={<TipAt Tip={Tip} />}
      />
      <Area
        dataKey="y"
        isAnimationActive={false}
        dot={false}
        activeDot={false}
        stroke="none"
        fill="none"
      />
      <FocusReporter onFocusLayer={props.onFocusLayer} />
      <Marks />
    </ComposedChart>
  );
});
