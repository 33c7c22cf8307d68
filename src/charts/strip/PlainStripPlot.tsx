import { memo, useMemo } from 'react';
import styles from '../frame/axis.module.css';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { RowsProvider } from './stripContext.ts';
import { stripHeight } from './stripGeometry.ts';
import { stripTicks } from '../geometry/ticks.ts';
import type { StripPlotProps } from './StripPlot.tsx';
import { StripRuling } from './StripRuling.tsx';

/** Px from the axis to its labels, as in Recharts. */
const TICK_GAP = 8;

/**
 * A StripPlot in plain SVG that looks the same: shown until Recharts has loaded, and used permanently on pages whose
 * strips have no tooltips.
 */
export const PlainStripPlot = memo(function PlainStripPlot(props: StripPlotProps) {
  const { layers, width, rem, pitch, margin, lo, hi, scale, layerLabels, format } = props;
  const ticks = useMemo(() => stripTicks(lo, hi), [lo, hi]);
  const rows = useMemo(() => {
    const [left, right, { top }] = [margin.left, width - margin.right, margin];
    const x = (value: number): number => left + ((value - lo) / (hi - lo)) * (right - left);
    return { left, right, top, x, bottom: (layer: number) => top + layer * pitch, pitch };
  }, [width, pitch, margin, lo, hi]);
  const below = rows.bottom(layers) + TICK_GAP;
  return (
    <svg
      width={width}
      height={stripHeight(layers, pitch, margin, rem)}
      style={{ display: 'block', overflow: 'visible' }}
    >
      <RowsProvider value={rows}>
        <StripRuling rules={scale === 'same' ? ticks.rules : []} labels={layerLabels} />
        {props.histograms}
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
