import type { NumberText } from '../../i18n/format.ts';
import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import { Area, ComposedChart, XAxis, YAxis } from 'recharts';
import { AxisLabel } from '../frame/AxisLabel.tsx';
import { StripRows } from './StripRows.tsx';
import { StripRuling } from './StripRuling.tsx';
import { stripAxis, stripHeight } from './stripGeometry.ts';
import { stripTicks } from '../geometry/ticks.ts';
import type { StripMargin } from '../geometry/margin.ts';
import type { ChartFormat, HistogramScale } from '../types.ts';

export interface StripPlotProps {
  readonly layers: number;
  readonly width: number;
  readonly rem: number;
  readonly pitch: number;
  readonly margin: StripMargin;
  readonly lo: number;
  readonly hi: number;
  readonly scale: HistogramScale;
  readonly layerLabels: boolean;
  readonly format: ChartFormat;
  readonly histograms: ReactNode;
  readonly thread?: ReactNode;
}

/** Constant data, which Recharts needs to compute its scales. */
const FRAME = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
] as const;

/** The constant part of a lane: rendered again when size, depth or domain change, but not when counts do. */
export const StripPlot = memo(function StripPlot(props: StripPlotProps) {
  const { layers, width, rem, pitch, margin, lo, hi, scale, layerLabels, format } = props;
  const ticks = useMemo(() => stripTicks(lo, hi), [lo, hi]);
  const print = (value: number): NumberText | null =>
    scale === 'same' ? format.number(value) : null;
  const axis = stripAxis(rem);
  const height = stripHeight(layers, pitch, margin, rem);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={FRAME}
      margin={margin}
      accessibilityLayer={false}
    >
      <XAxis
        dataKey="x"
        type="number"
        domain={[lo, hi]}
        ticks={ticks.labels}
        interval={0}
        allowDataOverflow
        height={axis}
        axisLine={false}
        tickLine={false}
        tick={<AxisLabel side="bottom" print={print} />}
      />
      <YAxis type="number" domain={[0, layers]} reversed allowDataOverflow hide width={0} />
      <Area
        dataKey="y"
        isAnimationActive={false}
        dot={false}
        activeDot={false}
        stroke="none"
        fill="none"
      />
      <StripRows>
        <StripRuling rules={scale === 'same' ? ticks.rules : []} labels={layerLabels} />
        {props.histograms}
        {props.thread}
      </StripRows>
    </ComposedChart>
  );
});
