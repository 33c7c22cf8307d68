import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ChartAxisTitle } from '../frame/ChartAxisTitle.tsx';
import { LayerChart } from '../frame/LayerChart.tsx';
import { endMargin } from '../geometry/endLabels.ts';
import { heightOf } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, LayerFocus } from '../types.ts';
import { SimilarityMarks, SimilarityTip } from './SimilarityMarks.tsx';
import { SimilarityProvider } from './similarityContext.ts';
import type { SpreadLane, SpreadWords } from './spread.ts';
import styles from '../frame/chart.module.css';

export interface SimilarityByLayerProps extends LayerFocus {
  /** Cosines, −1 … 1. */
  readonly lanes: readonly SpreadLane[];
  readonly layers: number;
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 14 where absent. */
  readonly height?: number;
  readonly format: ChartFormat;
  readonly words: Omit<SpreadWords, 'infinite'>;
}

const POSITIVE = [0, 0.25, 0.5, 0.75, 1] as const;
const ALL = [-1, -0.5, 0, 0.5, 1] as const;
/** Room for the little that chance leaves under 0. */
const UNDER = 0.08;

/** How alike examples are in every layer: dots are measured, lines are theory; 1 is the same direction for all. */
export function SimilarityByLayer(props: SimilarityByLayerProps) {
  const { lanes, layers, size, format, words, label, focused } = props;
  const { rem, width } = size;
  const opposite = lanes.some(({ measured, theory }) =>
    [...measured, ...(theory ?? [])].some((value) => (value ?? 0) < -UNDER),
  );
  const ticks = opposite ? ALL : POSITIVE;
  const right = endMargin(
    lanes.map((lane) => lane.name),
    rem,
    width,
    size.type,
  );
  const margin = useMemo(() => ({ top: rem * 0.6, right, bottom: 0, left: rem * 3 }), [rem, right]);
  const axis = useMemo(
    () =>
      ticks.map((value) => ({ value, label: { base: format.number(value).base, exponent: null } })),
    [ticks, format],
  );
  const value = useMemo(
    () => ({ lanes, layers, ticks, rem, format, words, focused }),
    [lanes, layers, ticks, rem, format, words, focused],
  );
  return (
    <SimilarityProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <p className={styles['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <LayerChart
          layers={layers}
          width={width}
          height={heightOf(size, props.height ?? 14)}
          rem={rem}
          margin={margin}
          pad={layers < 20 ? 0.25 : 0.5}
          lo={opposite ? -1 : -UNDER}
          hi={1.02}
          ticks={axis}
          format={format}
          label={label}
          onFocusLayer={props.onFocusLayer}
          Marks={SimilarityMarks}
          Tip={SimilarityTip}
        />
        <ChartAxisTitle direction="forward" start={margin.left} end={margin.right}>
          {props.xTitle}
        </ChartAxisTitle>
      </div>
    </SimilarityProvider>
  );
}
