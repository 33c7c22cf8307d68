import { memo, useMemo } from 'react';
import type { ComponentType } from 'react';
import { Area, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import { AxisLabel } from './AxisLabel.tsx';
import { TipAt, UNDER } from './TipAt.tsx';
import { stripTicks } from '../geometry/ticks.ts';
import styles from './chart.module.css';
import type { ChartFormat } from '../types.ts';

interface FunctionFrameProps {
  readonly lo: number;
  readonly hi: number;
  readonly bottom: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly label: string;
  readonly Marks: ComponentType;
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/** Places along z at which the tip stops. */
const STOPS = 81;
/** The histogram's height, as a part of the curves'. */
export const HANGING = 0.45;

/** Axes for curves over z, with room under them for a histogram that hangs down. */
export const FunctionFrame = memo(function FunctionFrame(props: FunctionFrameProps) {
  const { lo, hi, bottom, top, width, height, rem, format, label, Marks, Tip } = props;
  const data = useMemo(
    () =>
      Array.from({ length: STOPS }, (_, i) => ({
        z: lo + (i * (hi - lo)) / (STOPS - 1),
        y: bottom,
      })),
    [lo, hi, bottom],
  );
  const margin = { top: rem * 1.4, right: rem * 2.5, bottom: 0, left: 0 };
  return (
    <ComposedChart width={width} height={height} data={data} margin={margin} title={label}>
      <XAxis
        dataKey="z"
        type="number"
        domain={[lo, hi]}
        ticks={stripTicks(lo, hi).rules}
        interval={0}
        allowDataOverflow
        height={rem * 1.6}
        axisLine={false}
        tickLine={false}
        tick={<AxisLabel side="bottom" print={format.number} />}
      />
      <YAxis
        type="number"
        domain={[bottom - (top - bottom) * HANGING, top]}
        ticks={stripTicks(bottom, top).rules}
        interval={0}
        allowDataOverflow
        width={rem * 2.75}
        axisLine={false}
        tickLine={false}
        tick={<AxisLabel side="left" end={rem * 2.35} print={format.number} />}
      />
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
