import { useEffect } from 'react';
import type { ReactNode } from 'react';
import {
  Area,
  ComposedChart,
  Tooltip,
  useActiveTooltipLabel,
  useIsTooltipActive,
  XAxis,
  YAxis,
} from 'recharts';
import { AxisLabel } from './AxisLabel.tsx';
import { FocusReporter } from './FocusReporter.tsx';
import { Selected } from './plot.ts';
import type { PlotFrameProps } from './plotFrameProps.ts';
import { TipAt, UNDER } from './TipAt.tsx';
import styles from './chart.module.css';

interface RechartsFrameProps extends PlotFrameProps {
  /** Called once, when the chart and its marks are there: Recharts draws them later than the frame. */
  readonly onReady: () => void;
}

/**
 * The Recharts frame of all charts: axes, hover, arrow keys. Components that use it are a `memo` over plain props, so
 * that it is not rendered again while values stream in; only `Marks` and an open `Tip` are.
 */
export function RechartsFrame(props: RechartsFrameProps) {
  const { width, height, rem, margin, x, y, stops, label, onFocus, Marks, Tip } = props;
  const [floor] = y.domain;
  return (
    <ComposedChart
      width={width}
      height={height}
      // Recharts requires data; none of it is visible.
      data={stops.map((at) => ({ x: at, y: floor }))}
      margin={margin}
      title={label}
    >
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
      <SelectedByTooltip onReady={props.onReady}>
        {onFocus !== undefined && <FocusReporter onFocus={onFocus} />}
        <Marks />
      </SelectedByTooltip>
    </ComposedChart>
  );
}

interface SelectedByTooltipProps {
  readonly onReady: () => void;
  readonly children: ReactNode;
}

function SelectedByTooltip({ onReady, children }: SelectedByTooltipProps) {
  useEffect(onReady, [onReady]);
  const active = useIsTooltipActive();
  const label = useActiveTooltipLabel();
  return (
    <Selected value={active && label !== undefined ? Number(label) : null}>{children}</Selected>
  );
}
