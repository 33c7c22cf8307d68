import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { PileMarks, PileTip } from './PileMarks.tsx';
import { ValueChart } from '../frame/ValueChart.tsx';
import { PILE_BINS, PileProvider } from './pileContext.ts';
import type { PileData } from './pileContext.ts';
import styles from '../frame/chart.module.css';
import type { ChartSize } from '../types.ts';

export interface PileChartProps extends Omit<PileData, 'rem'> {
  readonly xTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
}

const ROOM = { top: 3, left: 0.9, right: 0.9, rows: 0.3 } as const;
const HEIGHT = 15;

/** Numbers drawn at random, as dots piled up on a line; those of this run are labelled. */
export function PileChart(props: PileChartProps) {
  const { earlier, newest, run, reach, interval, format, words, size } = props;
  const { rem, width } = size;
  const value = useMemo(
    () => ({ earlier, newest, run, reach, interval, rem, format, words }),
    [earlier, newest, run, reach, interval, rem, format, words],
  );
  return (
    <PileProvider value={value}>
      <div className={styles['chart']} dir="ltr" data-tone={2}>
        <ValueChart
          lo={-reach}
          hi={reach}
          bins={PILE_BINS}
          width={width}
          height={Math.round(rem * HEIGHT)}
          rem={rem}
          format={format}
          label={props.label}
          room={ROOM}
          Marks={PileMarks}
          Tip={PileTip}
        />
        <p className={styles['axisTitle']}>
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </PileProvider>
  );
}
