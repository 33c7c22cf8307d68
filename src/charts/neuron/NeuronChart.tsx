import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { NeuronMarks, NeuronTip, NEURON_ROOM } from './NeuronMarks.tsx';
import { ValueChart } from '../frame/ValueChart.tsx';
import { NeuronProvider } from './neuronContext.ts';
import type { NeuronData } from './neuronContext.ts';
import styles from '../frame/chart.module.css';
import { heightOf } from '../geometry/heightOf.ts';
import type { ChartSize } from '../types.ts';

export interface NeuronChartProps extends Omit<NeuronData, 'rem'> {
  readonly xTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 20 by default. */
  readonly height?: number;
}

/** One neuron above its sum z, in the histogram of the sums of many such neurons; the axis is fixed. */
export function NeuronChart(props: NeuronChartProps) {
  const { histogram, first, std, root, products, format, words, size } = props;
  const { rem, width } = size;
  const value = useMemo(
    () => ({ histogram, first, std, root, products, rem, format, words }),
    [histogram, first, std, root, products, rem, format, words],
  );
  return (
    <NeuronProvider value={value}>
      <div className={styles['chart']} dir="ltr" data-tone={2}>
        <ValueChart
          lo={histogram.lo}
          hi={histogram.hi}
          bins={histogram.counts.length}
          width={width}
          height={heightOf(size, props.height ?? 20)}
          rem={rem}
          format={format}
          label={props.label}
          room={NEURON_ROOM}
          Marks={NeuronMarks}
          Tip={NeuronTip}
        />
        <p className={styles['axisTitle']}>
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </NeuronProvider>
  );
}
