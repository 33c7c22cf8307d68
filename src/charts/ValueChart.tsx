import { memo, useMemo } from 'react';
import type { ComponentType } from 'react';
import { Area, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import { AxisLabel } from './AxisLabel.tsx';
import { TipAt, UNDER } from './TipAt.tsx';
import { stripTicks } from './stripGeometry.ts';
import styles from './layers.module.css';
import type { ChartFormat } from './types.ts';

interface ValueChartProps {
  readonly lo: number;
  readonly hi: number;
  readonly bins: number;
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly label: string;
  readonly Marks: ComponentType;
  /** Gets the centre of a bin. */
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/** Px set apart over the plot for notes and under it for quantiles, in rem. */
export const NOTES = 2.5;
export const ROWS = 2.6;

/** Room at the plot's sides, in rem. */
export const SIDES = { left: 4.1, right: 1.5 } as const;

/** The frame of a chart with values along x; y runs from 0 to the highest bin. */
export const ValueChart = memo(function ValueChart(props: ValueChartProps) {
  const { lo, hi, bins, width, height, rem, format, label, Marks, Tip } = props;
  const data = useMemo(
    () =>
      Array.from({ length: bins }, (_, i) => ({ x: lo + ((i + 0.5) * (hi - lo)) / bins, y: 0 })),
    [bins, lo, hi],
  );
  const { rules } = stripTicks(lo, hi);
  const ticks = rules.filter((_, i) => width > rem * 24 || i % 2 === 0);
  const margin = { top: rem * NOTES, right: rem * SIDES.right, bottom: 0, left: rem * SIDES.left };
  return (
    <ComposedChart width={width} height={height} data={data} margin={margin} title={label}>
      <XAxis
        dataKey="x"
        type="number"
        domain={[lo, hi]}
        ticks={ticks}
        interval={0}
        allowDataOverflow
        height={rem * (1.6 + ROWS)}
        axisLine={false}
        tickLine={false}
        tickMargin={rem * ROWS}
        tick={<AxisLabel side="bottom" print={format.number} />}
      />
      <YAxis type="number" domain={[0, 1]} allowDataOverflow hide width={0} />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        offset={rem}
        // Under the axis, where it hides no data.
        position={{ y: height + rem * 0.25 }}
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
      <Marks />
    </ComposedChart>
  );
});
