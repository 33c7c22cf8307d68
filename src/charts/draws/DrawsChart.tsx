import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { DrawsMarks, DrawsTip } from './DrawsMarks.tsx';
import { ValueChart } from '../frame/ValueChart.tsx';
import { DRAWS_BINS, DRAWS_ROW, DrawsProvider } from './drawsContext.ts';
import type { DrawsData } from './drawsContext.ts';
import styles from '../frame/chart.module.css';
import type { ChartSize } from '../types.ts';

export interface DrawsChartProps extends Omit<DrawsData, 'rem' | 'roomy'> {
  readonly xTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
}

const ROOM = { top: 1.5, left: 0.9, right: 0.9, rows: 0.2 } as const;

/** Histograms of the lanes' weights, one above the other on one axis; optionally an interval is shaded in all. */
export function DrawsChart(props: DrawsChartProps) {
  const { lanes, reach, interval, format, words, size } = props;
  const { rem, width } = size;
  const roomy = width > rem * 30;
  const row = DRAWS_ROW.plot + (roomy ? DRAWS_ROW.words : DRAWS_ROW.wordsNarrow);
  const value = useMemo(
    () => ({ lanes, reach, interval, rem, roomy, format, words }),
    [lanes, reach, interval, rem, roomy, format, words],
  );
  return (
    <DrawsProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <ValueChart
          lo={-reach}
          hi={reach}
          bins={DRAWS_BINS}
          width={width}
          height={Math.round(rem * (ROOM.top + row * lanes.length + 1.6 + ROOM.rows))}
          rem={rem}
          format={format}
          label={props.label}
          room={ROOM}
          Marks={DrawsMarks}
          Tip={DrawsTip}
        />
        <p className={styles['axisTitle']}>
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </DrawsProvider>
  );
}
