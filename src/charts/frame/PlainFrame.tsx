import { AxisLabel } from './AxisLabel.tsx';
import { usePlot } from './plot.ts';
import type { PlotAxis, PlotFrameProps } from './plotFrameProps.ts';
import styles from './chart.module.css';

/** Px from the plot to the labels of an axis in Recharts: the length of the tick, and the gap after it. */
const TICK = 6;
const TICK_GAP = 2;

/** A RechartsFrame in plain SVG that looks the same, without hover and arrow keys; drawing it takes a tenth. */
export function PlainFrame({ width, height, rem, x, y, label, Marks }: PlotFrameProps) {
  const { plot, sx, sy } = usePlot();
  const below = plot.y + plot.height + TICK + (x.gap ?? TICK_GAP);
  return (
    <div className={styles['plain']} style={{ inlineSize: width, blockSize: height }}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as in Recharts, whose frame takes its place when it gets the focus
        tabIndex={0}
      >
        <title>{label}</title>
        <g data-axis="x">
          {x.ticks.map((value) => (
            <AxisLabel
              key={value}
              side="bottom"
              print={x.print}
              inside={x.lastInside === true ? x.domain[1] : undefined}
              x={sx(value)}
              y={below}
              payload={{ value }}
            />
          ))}
        </g>
        {'ticks' in y && (
          <g data-axis="y">{y.ticks.map((value) => yLabel(y, value, sy(value), plot, rem))}</g>
        )}
        <Marks />
      </svg>
    </div>
  );
}

function yLabel(
  axis: PlotAxis,
  value: number,
  at: number,
  plot: { readonly x: number; readonly width: number },
  rem: number,
) {
  const right = axis.side === 'right';
  return (
    <AxisLabel
      key={value}
      side={right ? 'right' : 'left'}
      print={axis.print}
      x={right ? plot.x + plot.width + TICK + TICK_GAP : axis.room - (axis.gap ?? rem * 0.5)}
      y={at}
      payload={{ value }}
    />
  );
}
