import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Summary } from '../../engine/types.ts';
import { ChartAxisTitle } from '../frame/ChartAxisTitle.tsx';
import { LayerChart } from '../frame/LayerChart.tsx';
import { MagnitudeMarks, MagnitudeTip } from './MagnitudeMarks.tsx';
import { magnitudeDomain } from './magnitudes.ts';
import { decadeText, decadeTicks } from '../geometry/decades.ts';
import type { DecadeDomain } from '../geometry/decades.ts';
import { endMargin } from '../geometry/endLabels.ts';
import { MagnitudeProvider } from './magnitudeContext.ts';
import type { MagnitudeLimit, MagnitudeWords } from './magnitudeContext.ts';
import styles from '../frame/chart.module.css';
import { heightOf, ticksIn } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, LayerFocus, Shade, Tone } from '../types.ts';

export interface MagnitudeMapProps extends LayerFocus {
  readonly layers: number;
  /** One quantity of every layer, index = layer − 1; null: not there yet. */
  readonly columns: readonly (Summary | null)[];
  readonly tone: Tone;
  readonly shade?: Shade | undefined;
  readonly stale: boolean;
  /** Ruled lines: where number formats end. */
  readonly limits: readonly MagnitudeLimit[];
  /** Where absent: −50…40, and further by steps where float64 goes there. */
  readonly decades?: DecadeDomain | undefined;
  readonly direction: 'forward' | 'backward';
  readonly xTitle: ReactNode;
  /** `|h|`, `|∂C/∂z|`. */
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 22 where absent. */
  readonly height?: number;
  readonly format: ChartFormat;
  readonly words: MagnitudeWords;
}

/** Where the magnitudes of a whole network lie, on an axis that never moves while float32 holds them. */
export function MagnitudeMap(props: MagnitudeMapProps) {
  const { layers, columns, limits, size, format, words, label, focused } = props;
  const { rem, width } = size;
  const narrow = width < rem * 28;
  const { lo, hi } = props.decades ?? magnitudeDomain(columns);
  const strip = (hi - lo) * 0.1;
  const right = endMargin(
    limits.map((limit) => (narrow ? (limit.short ?? limit.label) : limit.label)),
    rem,
    width,
  );
  const margin = useMemo(() => ({ top: 2, right, bottom: 0, left: rem * 3.25 }), [rem, right]);
  const height = heightOf(size, props.height ?? 22);
  const ticks = useMemo(
    () =>
      decadeTicks({ lo: lo + 1, hi: hi - 1 }, ticksIn(height, rem, 9)).map((value) => ({
        value,
        label: decadeText(value, format),
      })),
    [lo, hi, height, rem, format],
  );
  const value = useMemo(
    () => ({ columns, layers, limits, narrow, lo, hi, strip, rem, format, words, focused }),
    [columns, layers, limits, narrow, lo, hi, strip, rem, format, words, focused],
  );
  return (
    <MagnitudeProvider value={value}>
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
        <LayerChart
          layers={layers}
          width={width}
          height={height}
          rem={rem}
          margin={margin}
          pad={0.5}
          lo={lo - strip}
          hi={hi + strip}
          ticks={ticks}
          format={format}
          label={label}
          onFocusLayer={props.onFocusLayer}
          Marks={MagnitudeMarks}
          Tip={MagnitudeTip}
        />
        <ChartAxisTitle direction={props.direction} start={margin.left} end={margin.right}>
          {props.xTitle}
        </ChartAxisTitle>
      </div>
    </MagnitudeProvider>
  );
}
