import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ChartAxisTitle } from '../frame/ChartAxisTitle.tsx';
import { LayerChart } from '../frame/LayerChart.tsx';
import { RiverMarks, RiverTip } from './RiverMarks.tsx';
import { RiverProvider } from './riverContext.ts';
import type { RiverLane, RiverWords } from './riverContext.ts';
import { BAND, LEFT, riverRows } from './riverGeometry.ts';
import { heightOf } from '../geometry/heightOf.ts';
import styles from '../frame/chart.module.css';
import type { ChartFormat, ChartSize, LayerFocus } from '../types.ts';

export interface RiverChartProps extends LayerFocus {
  readonly lanes: readonly RiverLane[];
  readonly layers: number;
  readonly xTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  readonly format: ChartFormat;
  readonly words: RiverWords;
}

const RIGHT = 7;

const NO_TICKS = [] as const;

/**
 * One signal in several nets: the same examples enter every band at the left, each as a thread whose height is its size
 * in a layer, on decades that all bands share. Signals whose bundle stays level reach the output.
 */
export function RiverChart(props: RiverChartProps) {
  const { lanes, layers, size, format, words, focused } = props;
  const { rem, width } = size;
  const { lo, hi, strip } = riverRows(lanes);
  const [left, right] = [LEFT * rem, Math.min(RIGHT * rem, width * 0.26)];
  const margin = useMemo(() => ({ top: 2, right, bottom: 0, left }), [left, right]);
  const value = useMemo(
    () => ({ lanes, layers, lo, hi, strip, rem, format, words, focused }),
    [lanes, layers, lo, hi, strip, rem, format, words, focused],
  );
  return (
    <RiverProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <LayerChart
          layers={layers}
          width={width}
          height={heightOf(size, BAND * Math.max(1, lanes.length) + 1.5)}
          rem={rem}
          margin={margin}
          pad={layers > 1 ? 0 : 0.5}
          lo={0}
          hi={Math.max(1, lanes.length)}
          ticks={NO_TICKS}
          format={format}
          label={props.label}
          onFocusLayer={props.onFocusLayer}
          Marks={RiverMarks}
          Tip={RiverTip}
        />
        <ChartAxisTitle direction="forward" start={left} end={right}>
          {props.xTitle}
        </ChartAxisTitle>
      </div>
    </RiverProvider>
  );
}
