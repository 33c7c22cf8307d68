import { memo, useMemo } from 'react';
import type { ComponentType } from 'react';
import { Area, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import { AxisLabel } from './AxisLabel.tsx';
import { TipAt, UNDER } from './TipAt.tsx';
import { stripTicks } from '../geometry/ticks.ts';
import styles from './chart.module.css';
import type { ChartFormat } from '../types.ts';

/** Room set apart around the plot, in rem. */
export interface ValueRoom {
  /** Over it, for notes. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
  /** Between it and its axis, for rows. */
  readonly rows: number;
}

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
  /** A constant; the room of a histogram with notes and quantiles where absent. */
  readonly room?: ValueRoom;
  /** Gets the centre of a bin. */
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/** Room at the plot's sides, in rem. */
export const SIDES = { left: 4.1, right: 1.5 } as const;

const ROOM: ValueRoom = { top: 2.5, ...SIDES, rows: 2.6 };

/** The frame of a chart with values along x; y runs from 0 to the highest bin. */
export const ValueChart = memo(function ValueChart(props: ValueChartProps) {
  const { lo, hi, bins, width, height, rem, format, label, room = ROOM, Marks, Tip } = props;
  const data = useMemo(
    () =>
      Array.from({ length: bins }, (_, i) => ({ x: lo + ((i + 0.5) * (hi - lo)) / bins, y: 0 })),
    [bins, lo, hi],
  );
  const { rules } = stripTicks(lo, hi);
  const ticks = rules.filter((_, i) => rules.length <= 3 || width > rem * 24 || i % 2 === 0);
  const margin = {
    top: rem * room.top,
    right: rem * room.right,
    bottom: 0,
    left: rem * room.left,
  };
  return (
    <ComposedChart width={width} height={height} data={data} margin={margin} title={label}>
      <XAxis
        dataKey="x"
        type="number"
        domain={[lo, hi]}
        ticks={ticks}
        interval={0}
        allowDataOverflow
        height={rem * (1.6 + room.rows)}
        axisLine={false}
        tickLine={false}
        tickMargin={rem * room.rows}
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
