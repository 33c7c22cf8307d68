import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ValueChart } from '../frame/ValueChart.tsx';
import { heightOf } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, Tone } from '../types.ts';
import { spectrumBins } from './spectrumBins.ts';
import { SpectrumProvider } from './spectrumContext.ts';
import type { SpectrumLaw, SpectrumWords } from './spectrumContext.ts';
import { SpectrumMarks, SpectrumTip } from './SpectrumMarks.tsx';
import styles from '../frame/chart.module.css';

interface SpectrumChartProps {
  /** Singular values, the largest first, and how many of them stand out. */
  readonly values: readonly number[];
  readonly above: number;
  readonly law: SpectrumLaw;
  readonly tone: Tone;
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  /** Accessible name of the plot. */
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 15 by default. */
  readonly height?: number;
  readonly format: ChartFormat;
  readonly words: SpectrumWords;
}

const ROOM = { top: 2, left: 3, right: 1.5, rows: 0.4 } as const;

/** A spectrum as a histogram with the law of random matrices as a curve; values that stand out are separate stems. */
export function SpectrumChart(props: SpectrumChartProps) {
  const { values, above, law, size, format, words } = props;
  const { rem, width } = size;
  const bins = useMemo(() => spectrumBins(values, above, law.edge), [values, above, law]);
  const value = useMemo(() => ({ bins, law, rem, format, words }), [bins, law, rem, format, words]);
  return (
    <SpectrumProvider value={value}>
      <div className={styles['chart']} dir="ltr" data-tone={props.tone}>
        <p className={styles['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <ValueChart
          lo={0}
          hi={bins.end}
          bins={bins.histogram.counts.length}
          width={width}
          height={heightOf(size, props.height ?? 15)}
          rem={rem}
          format={format}
          label={props.label}
          room={ROOM}
          Marks={SpectrumMarks}
          Tip={SpectrumTip}
        />
        <p className={styles['axisTitle']}>
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </SpectrumProvider>
  );
}
