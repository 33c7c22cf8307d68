import { memo, useCallback, useMemo } from 'react';
import type { AxisTick } from '../frame/LayerChart.tsx';
import { PlotFrame } from '../frame/PlotFrame.tsx';
import type { ChartFormat } from '../types.ts';
import type { MagnitudeLayout } from './magnitudeLayout.ts';
import { MagnitudeMarks, MagnitudeTip } from './MagnitudeMarks.tsx';

interface MagnitudeFrameProps {
  readonly layout: MagnitudeLayout;
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly left: number;
  readonly right: number;
  readonly lo: number;
  readonly hi: number;
  readonly ticks: readonly AxisTick[];
  readonly format: ChartFormat;
  readonly label: string;
  readonly onFocusLayer: (layer: number | null) => void;
}

/** Axes of a MagnitudeMap; layers are numbered separately in each lane. */
export const MagnitudeFrame = memo(function MagnitudeFrame(props: MagnitudeFrameProps) {
  const { layout, rem, left, right, ticks, format, onFocusLayer } = props;
  const labels = new Map(ticks.map((tick) => [tick.value, tick.label]));
  // Where lanes are narrow, a last layer's number would touch the 1 of the next lane.
  const narrow = props.width - left - right < rem * 12 * layout.depths.length;
  const ends = useMemo(
    () =>
      layout.depths.flatMap((depth, lane) => {
        const labelled = depth === 0 ? [] : narrow && lane > 0 ? [depth] : [1, depth];
        return [...new Set(labelled)].map((layer) => layout.place(lane, layer));
      }),
    [layout, narrow],
  );
  const onFocus = useCallback(
    (at: number | null) => onFocusLayer(at === null ? null : (layout.columnAt(at)?.layer ?? null)),
    [layout, onFocusLayer],
  );
  return (
    <PlotFrame
      width={props.width}
      height={props.height}
      rem={rem}
      margin={{ top: 2, right, bottom: 0, left: 0 }}
      x={{
        domain: [0, Math.max(1, layout.depths.length)],
        ticks: ends,
        print: (at) => {
          const column = layout.columnAt(at);
          return column === null ? null : { base: format.integer(column.layer), exponent: null };
        },
        room: Math.round(rem * 1.5),
      }}
      y={{
        domain: [props.lo, props.hi],
        ticks: ticks.map((tick) => tick.value),
        print: (value) => labels.get(value) ?? null,
        room: left,
      }}
      stops={layout.places}
      tipGap={rem * 1.5}
      label={props.label}
      onFocus={onFocus}
      Marks={MagnitudeMarks}
      Tip={MagnitudeTip}
    />
  );
});
