import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Histogram } from '../../engine/types.ts';
import { ActivationMarks, ActivationTip } from './ActivationMarks.tsx';
import { FunctionFrame } from '../frame/FunctionFrame.tsx';
import { ActivationProvider } from './activationContext.ts';
import type { ActivationWords } from './activationContext.ts';
import type { ValueLimit } from '../histogram/layerHistogramContext.ts';
import styles from '../frame/chart.module.css';
import { heightOf } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, Shade, Tone } from '../types.ts';

export interface ActivationCurveProps {
  readonly f: (z: number) => number;
  readonly df: (z: number) => number;
  /** Range of z: −4 … 4 or −6 … 6. */
  readonly domain: readonly [lo: number, hi: number];
  /** Range of the y-axis, which f and f′ share. */
  readonly range: readonly [lo: number, hi: number];
  /** The layer's pre-activations z, drawn downwards under the curves; null until they are measured. */
  readonly histogram: Histogram | null;
  readonly tone: Tone;
  readonly shade?: Shade | undefined;
  readonly stale: boolean;
  /** The values of z beyond which the function counts as saturated; the region beyond is shaded. */
  readonly limits: readonly ValueLimit[];
  readonly xTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 15 by default. */
  readonly height?: number;
  readonly format: ChartFormat;
  readonly words: ActivationWords;
}

/** The activation function f, its derivative f′, and the distribution of this layer's z. */
export function ActivationCurve(props: ActivationCurveProps) {
  const { f, df, domain, range, histogram, limits, size, format, words } = props;
  const { rem, width } = size;
  const [lo, hi] = domain;
  const value = useMemo(
    () => ({ f, df, lo, hi, histogram, limits, rem, format, words }),
    [f, df, lo, hi, histogram, limits, rem, format, words],
  );
  return (
    <ActivationProvider value={value}>
      <div
        className={styles['chart']}
        dir="ltr"
        data-tone={props.tone}
        data-shade={props.shade}
        data-stale={props.stale}
      >
        <FunctionFrame
          lo={lo}
          hi={hi}
          bottom={range[0]}
          top={range[1]}
          width={width}
          height={heightOf(size, props.height ?? 15)}
          rem={rem}
          format={format}
          label={props.label}
          Marks={ActivationMarks}
          Tip={ActivationTip}
        />
        <p
          className={styles['axisTitle']}
          style={{ marginInlineStart: '2.75rem', marginInlineEnd: '2.5rem' }}
        >
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </ActivationProvider>
  );
}
