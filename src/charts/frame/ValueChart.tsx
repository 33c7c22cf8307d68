import { memo, useMemo } from 'react';
import type { ComponentType } from 'react';
import { PlotFrame } from './PlotFrame.tsx';
import { stripTicks } from '../geometry/ticks.ts';
import type { ChartFormat } from '../types.ts';

/** Room reserved around the plot, in rem. */
export interface ValueRoom {
  /** Above the plot, for notes. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
  /** Between the plot and its axis, for rows. */
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
  /** Must be a constant; by default the room of a histogram with notes and quantiles. */
  readonly room?: ValueRoom;
  /** `at` is the centre of a bin. */
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/** Room at the plot's sides, in rem. */
export const SIDES = { left: 6.3, right: 3.4 } as const;

const ROOM: ValueRoom = { top: 2.5, ...SIDES, rows: 2.6 };

/** The frame of a chart with values along x; y runs from 0 to the highest bin. */
export const ValueChart = memo(function ValueChart(props: ValueChartProps) {
  const { lo, hi, bins, width, rem, format, room = ROOM } = props;
  const stops = useMemo(
    () => Array.from({ length: bins }, (_, i) => lo + ((i + 0.5) * (hi - lo)) / bins),
    [bins, lo, hi],
  );
  const { rules } = stripTicks(lo, hi);
  return (
    <PlotFrame
      width={width}
      height={props.height}
      rem={rem}
      margin={{ top: rem * room.top, right: rem * room.right, bottom: 0, left: rem * room.left }}
      x={{
        domain: [lo, hi],
        ticks: rules.filter((_, i) => rules.length <= 3 || width > rem * 24 || i % 2 === 0),
        print: format.number,
        room: rem * (1.6 + room.rows),
        gap: rem * room.rows,
      }}
      y={UNIT}
      stops={stops}
      tipGap={rem * 0.25}
      label={props.label}
      Marks={props.Marks}
      Tip={props.Tip}
    />
  );
});

const UNIT = { domain: [0, 1] } as const;
