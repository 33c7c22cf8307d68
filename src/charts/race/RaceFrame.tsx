import { memo, useMemo } from 'react';
import type { ComponentType } from 'react';
import { Area, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import type { NumberText } from '../../i18n/format.ts';
import { AxisLabel } from '../frame/AxisLabel.tsx';
import { FocusReporter } from '../frame/FocusReporter.tsx';
import { TipAt, UNDER } from '../frame/TipAt.tsx';
import { stripTicks } from '../geometry/ticks.ts';
import styles from '../frame/chart.module.css';
import type { ChartFormat } from '../types.ts';

interface RaceFrameProps {
  readonly steps: number;
  readonly width: number;
  readonly height: number;
  readonly right: number;
  readonly rem: number;
  readonly lo: number;
  readonly hi: number;
  readonly ticks: readonly number[];
  readonly print: (value: number) => NumberText;
  readonly format: ChartFormat;
  readonly label: string;
  readonly onScrub: (step: number | null) => void;
  readonly Marks: ComponentType;
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/** Places along the race at which the tip stops. */
const STOPS = 100;

/** Axes of a race; they stay as they are while it runs. */
export const RaceFrame = memo(function RaceFrame(props: RaceFrameProps) {
  const { steps, width, height, right, rem, lo, hi, ticks, print, format, label, Marks, Tip } =
    props;
  const data = useMemo(() => {
    const stops = Math.min(STOPS, steps);
    return Array.from({ length: stops + 1 }, (_, i) => ({
      step: Math.round((i * steps) / Math.max(1, stops)),
      y: lo,
    }));
  }, [steps, lo]);
  const rules = stripTicks(0, steps).rules;
  return (
    <ComposedChart
      width={width}
      height={height}
      data={data}
      margin={{ top: rem * 0.6, right, bottom: 0, left: 0 }}
      title={label}
    >
      <XAxis
        dataKey="step"
        type="number"
        domain={[0, steps]}
        ticks={rules.filter((_, i) => width > rem * 26 || i % 2 === 0)}
        interval={0}
        allowDataOverflow
        height={rem * 1.6}
        axisLine={false}
        tickLine={false}
        tick={
          <AxisLabel
            side="bottom"
            print={(step) => ({ base: format.integer(step), exponent: null })}
          />
        }
      />
      <YAxis
        type="number"
        domain={[lo, hi]}
        ticks={ticks}
        interval={0}
        allowDataOverflow
        width={rem * 3}
        axisLine={false}
        tickLine={false}
        tick={<AxisLabel side="left" end={rem * 2.5} print={print} />}
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
      <FocusReporter onFocusLayer={props.onScrub} />
      <Marks />
    </ComposedChart>
  );
});
