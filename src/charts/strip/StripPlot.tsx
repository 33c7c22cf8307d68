import { Fragment, memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import styles from '../frame/axis.module.css';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { RowsProvider } from './stripContext.ts';
import { stripHeight } from './stripGeometry.ts';
import type { StripMargin } from '../geometry/margin.ts';
import { stripTicks } from '../geometry/ticks.ts';
import type { ChartFormat, HistogramScale } from '../types.ts';
import { StripRuling } from './StripRuling.tsx';

/** Px from the axis to its labels, as in Recharts. */
const TICK_GAP = 8;

interface StripPlotProps {
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
  readonly renderLayer: (layer: number) => ReactNode;
  readonly thread?: ReactNode;
}

/**
 * The constant part of a lane: rendered again when size, depth or domain change, but not when counts do. Plain SVG: its
 * rows have no tooltip, and Recharts takes a long task for every change of the depth.
 */
export const StripPlot = memo(function StripPlot(props: StripPlotProps) {
  const { layers, width, rem, pitch, margin, lo, hi, scale, layerLabels, format, renderLayer } =
    props;
  const ticks = useMemo(() => stripTicks(lo, hi), [lo, hi]);
  const rows = useMemo(() => {
    const [left, right, { top }] = [margin.left, width - margin.right, margin];
    const step = Math.ceil(layers * pitch) / layers;
    const x = (value: number): number => left + ((value - lo) / (hi - lo)) * (right - left);
    return { left, right, top, x, bottom: (layer: number) => top + layer * step, pitch: step };
  }, [layers, width, pitch, margin, lo, hi]);
  const below = rows.bottom(layers) + TICK_GAP;
  return (
    <svg
      width={width}
      height={stripHeight(layers, pitch, margin, rem)}
      style={{ display: 'block', overflow: 'visible' }}
    >
      <RowsProvider value={rows}>
        <StripRuling rules={scale === 'same' ? ticks.rules : []} labels={layerLabels} />
        {Array.from({ length: layers }, (_, i) => (
          <Fragment key={i}>{renderLayer(i + 1)}</Fragment>
        ))}
        {props.thread}
      </RowsProvider>
      {scale === 'same' &&
        ticks.labels.map((value) => (
          <text key={value} className={styles['bottom']} x={rows.x(value)} y={below} dy="0.6em">
            <SvgNumber text={format.number(value)} />
          </text>
        ))}
    </svg>
  );
});
