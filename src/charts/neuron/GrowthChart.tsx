import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import { GrowthMarks, GrowthTip } from './GrowthMarks.tsx';
import { PlotFrame } from '../frame/PlotFrame.tsx';
import { GrowthProvider } from './growthContext.ts';
import type { GrowthData } from './growthContext.ts';
import styles from '../frame/chart.module.css';
import { heightOf } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize } from '../types.ts';

interface FrameProps {
  readonly most: number;
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly label: string;
}

/** Ticks at 0 and at the quarters of the axis up to `end`. */
const quarters = (end: number): readonly number[] => [0, 1, 2, 3, 4].map((i) => (i * end) / 4);

const Frame = memo(function Frame({ most, width, height, rem, format, label }: FrameProps) {
  const stops = useMemo(() => Array.from({ length: most }, (_, i) => i + 1), [most]);
  const top = Math.ceil(Math.sqrt(most) / 4) * 4;
  return (
    <PlotFrame
      width={width}
      height={height}
      rem={rem}
      margin={{ top: rem * 0.75, right: rem * 2, bottom: 0, left: 0 }}
      x={{
        domain: [0, most],
        ticks: quarters(most),
        print: format.number,
        room: rem * 1.6,
      }}
      y={{
        domain: [0, top],
        ticks: quarters(top),
        print: format.number,
        room: rem * 1.9,
        gap: rem * 0.4,
      }}
      stops={stops}
      tipGap={rem * 0.25}
      label={label}
      Marks={GrowthMarks}
      Tip={GrowthTip}
    />
  );
});

export interface GrowthChartProps extends Omit<GrowthData, 'rem'> {
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 13 by default. */
  readonly height?: number;
}

/** Measured σ against n: the values measured so far, the curve √n, and the current n. */
export function GrowthChart(props: GrowthChartProps) {
  const { n, most, seen, std, format, words, size } = props;
  const { rem, width } = size;
  const value = useMemo(
    () => ({ n, most, seen, std, rem, format, words }),
    [n, most, seen, std, rem, format, words],
  );
  return (
    <GrowthProvider value={value}>
      <div className={styles['chart']} dir="ltr" data-tone={2}>
        <p className={styles['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <Frame
          most={most}
          width={width}
          height={heightOf(size, props.height ?? 13)}
          rem={rem}
          format={format}
          label={props.label}
        />
        <p className={styles['axisTitle']}>
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </GrowthProvider>
  );
}
