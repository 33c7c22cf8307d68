import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ChartAxisTitle } from '../frame/ChartAxisTitle.tsx';
import { LayerChart } from '../frame/LayerChart.tsx';
import { ShareMarks, ShareTip } from './ShareMarks.tsx';
import { endMargin } from '../geometry/endLabels.ts';
import { ShareProvider } from './shareContext.ts';
import type { ShareLane, ShareWords } from './shareContext.ts';
import styles from '../frame/chart.module.css';
import { heightOf } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, LayerFocus } from '../types.ts';

export interface ShareByLayerProps extends LayerFocus {
  readonly lanes: readonly ShareLane[];
  readonly layers: number;
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 11 where absent. */
  readonly height?: number;
  readonly format: ChartFormat;
  readonly words: ShareWords;
}

const SHARE_TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/** What part of each layer is saturated, or dead: 0 to 100 %. */
export function ShareByLayer(props: ShareByLayerProps) {
  const { lanes, layers, size, format, words, label, focused } = props;
  const { rem, width } = size;
  const right = endMargin(
    lanes.map((lane) => lane.name),
    rem,
    width,
    size.type,
  );
  const margin = useMemo(() => ({ top: rem * 0.6, right, bottom: 0, left: rem * 3 }), [rem, right]);
  const ticks = useMemo(
    () =>
      SHARE_TICKS.map((value) => ({
        value,
        label: { base: format.percent(value), exponent: null },
      })),
    [format],
  );
  const value = useMemo(
    () => ({ lanes, layers, rem, format, words, focused }),
    [lanes, layers, rem, format, words, focused],
  );
  return (
    <ShareProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <p className={styles['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <LayerChart
          layers={layers}
          width={width}
          height={heightOf(size, props.height ?? 11)}
          rem={rem}
          margin={margin}
          pad={layers < 20 ? 0.25 : 0.5}
          lo={0}
          hi={1}
          ticks={ticks}
          format={format}
          label={label}
          onFocusLayer={props.onFocusLayer}
          Marks={ShareMarks}
          Tip={ShareTip}
        />
        <ChartAxisTitle direction="forward" start={margin.left} end={margin.right}>
          {props.xTitle}
        </ChartAxisTitle>
      </div>
    </ShareProvider>
  );
}
