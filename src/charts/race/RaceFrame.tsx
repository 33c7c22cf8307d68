import { memo, useMemo } from 'react';
import type { ComponentType } from 'react';
import type { NumberText } from '../../i18n/format.ts';
import { PlotFrame } from '../frame/PlotFrame.tsx';
import { stripTicks } from '../geometry/ticks.ts';
import type { ChartFormat } from '../types.ts';

interface RaceFrameProps {
  readonly steps: number;
  readonly width: number;
  readonly height: number;
  /** Px left of the plot, if there is no y-axis. */
  readonly left?: number;
  readonly right: number;
  readonly rem: number;
  readonly lo: number;
  readonly hi: number;
  /** Ticks of the y-axis; without them there is no y-axis. */
  readonly ticks?: readonly number[];
  readonly print?: (value: number) => NumberText;
  readonly format: ChartFormat;
  readonly label: string;
  readonly onScrub: (step: number | null) => void;
  readonly Marks: ComponentType;
  readonly Tip: ComponentType<{ readonly at: number }>;
}

/** Number of steps along the race at which the tooltip stops. */
const STOPS = 100;

/** Axes of a race; they are not rendered again while it runs. */
export const RaceFrame = memo(function RaceFrame(props: RaceFrameProps) {
  const { steps, width, right, rem, lo, hi, ticks, print, format } = props;
  const stops = useMemo(() => {
    const count = Math.min(STOPS, steps);
    return Array.from({ length: count + 1 }, (_, i) =>
      Math.round((i * steps) / Math.max(1, count)),
    );
  }, [steps]);
  return (
    <PlotFrame
      width={width}
      height={props.height}
      rem={rem}
      margin={{ top: rem * 0.6, right, bottom: 0, left: props.left ?? 0 }}
      x={{
        domain: [0, steps],
        ticks: stripTicks(0, steps).rules.filter((_, i) => width > rem * 26 || i % 2 === 0),
        print: (step) => ({ base: format.integer(step), exponent: null }),
        room: rem * 1.6,
        lastInside: true,
      }}
      y={
        ticks === undefined || print === undefined
          ? { domain: [lo, hi] }
          : { domain: [lo, hi], ticks, print, room: rem * 3 }
      }
      stops={stops}
      tipGap={rem * 1.5}
      label={props.label}
      onFocus={props.onScrub}
      Marks={props.Marks}
      Tip={props.Tip}
    />
  );
});
