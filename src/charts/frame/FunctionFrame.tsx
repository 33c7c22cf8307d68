import { memo, useMemo } from 'react';
import type { ComponentType } from 'react';
import { PlotFrame } from './PlotFrame.tsx';
import { stripTicks } from '../geometry/ticks.ts';
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

/** Number of places along z at which the tooltip stops. */
const STOPS = 81;
/** The histogram's height, as a fraction of the curves' height. */
export const HANGING = 0.45;

/** Axes for curves over z, with room below for a histogram drawn downwards. */
export const FunctionFrame = memo(function FunctionFrame(props: FunctionFrameProps) {
  const { lo, hi, bottom, top, rem, format } = props;
  const stops = useMemo(
    () => Array.from({ length: STOPS }, (_, i) => lo + (i * (hi - lo)) / (STOPS - 1)),
    [lo, hi],
  );
  return (
    <PlotFrame
      width={props.width}
      height={props.height}
      rem={rem}
      margin={{ top: rem * 1.4, right: rem * 2.5, bottom: 0, left: 0 }}
      x={{
        domain: [lo, hi],
        ticks: stripTicks(lo, hi).rules,
        print: format.number,
        room: rem * 1.6,
        lastInside: true,
      }}
      y={{
        domain: [bottom - (top - bottom) * HANGING, top],
        ticks: stripTicks(bottom, top).rules,
        print: format.number,
        room: rem * 2.75,
        gap: rem * 0.4,
      }}
      stops={stops}
      tipGap={rem * 0.25}
      label={props.label}
      Marks={props.Marks}
      Tip={props.Tip}
    />
  );
});
