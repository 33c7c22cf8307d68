import { useMemo } from 'react';
import type { ComponentType } from 'react';
import { Area, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import type { NumberText } from '../../i18n/format.ts';
import { AxisLabel } from './AxisLabel.tsx';
import { FocusReporter } from './FocusReporter.tsx';
import { TipAt, UNDER } from './TipAt.tsx';
import type { StripMargin } from '../geometry/margin.ts';
import styles from './chart.module.css';

export interface PlotAxis {
  readonly domain: readonly [lo: number, hi: number];
  readonly ticks: readonly number[];
  readonly print: (value: number) => NumberText | null;
  /** Px beside the plot: the height of an x-axis, the width of a y-axis. */
  readonly room: number;
  /** Px from the plot to the labels; Recharts' default without it. */
  readonly gap?: number;
  /** Side of a y-axis; left by default. */
  readonly side?: 'left' | 'right';
  /** x-axis: the label of the last tick ends at the plot's edge. */
  readonly lastInside?: boolean;
}

export interface PlotFrameProps {
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  /** In px; `left` is added to the room of the y-axis. */
  readonly margin: StripMargin;
  readonly x: PlotAxis;
  /** Without ticks there is a scale but no axis. */
  readonly y: PlotAxis | Pick<PlotAxis, 'domain'>;
  /** Values along x at which the pointer and the arrow keys stop. */
  readonly stops: readonly number[];
  /** From the chart's lower edge to the tooltip, in px: below the axis, where it hides no data. */
  readonly tipGap: number;
  /** Accessible name of the plot. */
  readonly label: string;
  readonly onFocus?: (at: number | null) => void;
  /** Drawn inside the frame; reads changing data from a context. */
  readonly Marks: ComponentType;
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/**
 * The Recharts frame of all charts: axes, hover, arrow keys. Components that use it are a `memo` over plain props, so
 * that it is not rendered again while values stream in; only `Marks` and an open `Tip` are.
 */
export function PlotFrame(props: PlotFrameProps) {
  const { width, height, rem, margin, x, y, stops, label, onFocus, Marks, Tip } = props;
  const [floor] = y.domain;
  // Recharts requires data; none of it is visible.
  const data = useMemo(() => stops.map((at) => ({ x: at, y: floor })), [stops, floor]);
  return (
    <ComposedChart width={width} height={height} data={data} margin={margin} title={label}>
      <XAxis
        dataKey="x"
        type="number"
        domain={[...x.domain]}
        ticks={x.ticks}
        interval={0}
        allowDataOverflow
        height={x.room}
        axisLine={false}
        tickLine={false}
        {...(x.gap === undefined ? {} : { tickMargin: x.gap })}
        tick={
          <AxisLabel
            side="bottom"
            print={x.print}
            inside={x.lastInside === true ? x.domain[1] : undefined}
          />
        }
      />
      {'ticks' in y ? (
        <YAxis
          type="number"
          domain={[...y.domain]}
          ticks={y.ticks}
          interval={0}
          allowDataOverflow
          orientation={y.side ?? 'left'}
          width={y.room}
          axisLine={false}
          tickLine={false}
          tick={
            y.side === 'right' ? (
              <AxisLabel side="right" print={y.print} />
            ) : (
              <AxisLabel side="left" end={y.room - (y.gap ?? rem * 0.5)} print={y.print} />
            )
          }
        />
      ) : (
        <YAxis type="number" domain={[...y.domain]} allowDataOverflow hide width={0} />
      )}
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        offset={rem}
        position={{ y: height + props.tipGap }}
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
      {onFocus !== undefined && <FocusReporter onFocus={onFocus} />}
      <Marks />
    </ComposedChart>
  );
}
