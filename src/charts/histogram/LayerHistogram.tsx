import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Summary } from '../../engine/types.ts';
import { BinTip } from './BinTip.tsx';
import { LayerHistogramMarks } from './LayerHistogramMarks.tsx';
import { SIDES, ValueChart } from '../frame/ValueChart.tsx';
import { LayerHistogramProvider } from './layerHistogramContext.ts';
import type {
  LayerHistogramWords,
  ReferenceCurve,
  ValueInterval,
  ValueLimit,
} from './layerHistogramContext.ts';
import styles from '../frame/chart.module.css';
import { heightOf } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, HistogramScale, Shade, Tone } from '../types.ts';

export interface LayerHistogramProps {
  readonly summary: Summary;
  readonly scale: HistogramScale;
  /** The quantity's shared domain. */
  readonly domain: readonly [lo: number, hi: number];
  readonly tone: Tone;
  readonly shade?: Shade | undefined;
  readonly stale: boolean;
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  /** Accessible name of the plot. */
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 18 by default. */
  readonly height?: number;
  /** Vertical lines: where the activation saturates. */
  readonly limits?: readonly ValueLimit[];
  readonly interval?: ValueInterval | null;
  readonly reference?: ReferenceCurve | null;
  readonly format: ChartFormat;
  readonly words: LayerHistogramWords;
}

const NO_LIMITS: readonly ValueLimit[] = [];

/** The histogram of one array at full size; arrow keys walk its bins. */
export function LayerHistogram(props: LayerHistogramProps) {
  const { summary, scale, domain, size, format, words } = props;
  const { limits = NO_LIMITS, interval = null, reference = null } = props;
  const { rem, width } = size;
  const histogram = scale === 'same' ? summary.shared : summary.own;
  const [lo, hi] = scale === 'same' ? domain : [histogram.lo, histogram.hi];
  const value = useMemo(
    () => ({ summary, histogram, lo, hi, rem, format, words, limits, interval, reference }),
    [summary, histogram, lo, hi, rem, format, words, limits, interval, reference],
  );
  return (
    <LayerHistogramProvider value={value}>
      <div
        className={styles['chart']}
        dir="ltr"
        data-tone={props.tone}
        data-shade={props.shade}
        data-stale={props.stale}
      >
        <p className={styles['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <ValueChart
          lo={lo}
          hi={hi}
          bins={histogram.counts.length}
          width={width}
          height={heightOf(size, props.height ?? 18)}
          rem={rem}
          format={format}
          label={props.label}
          Marks={LayerHistogramMarks}
          Tip={BinTip}
        />
        <p
          className={styles['axisTitle']}
          style={{ marginInlineStart: `${SIDES.left}rem`, marginInlineEnd: `${SIDES.right}rem` }}
        >
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </LayerHistogramProvider>
  );
}
