import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ChartAxisTitle } from '../frame/ChartAxisTitle.tsx';
import { LaneKey } from '../../ui/LaneKey.tsx';
import { MagnitudeFrame } from './MagnitudeFrame.tsx';
import { magnitudeDomain } from './magnitudes.ts';
import { magnitudeLayout } from './magnitudeLayout.ts';
import { decadeText, decadeTicks } from '../geometry/decades.ts';
import { MagnitudeProvider } from './magnitudeContext.ts';
import type { MagnitudeLane, MagnitudeRange, MagnitudeWords } from './magnitudeContext.ts';
import { directionOf } from '../../i18n/bidi.ts';
import styles from '../frame/chart.module.css';
import own from './magnitude.module.css';
import { heightOf, ticksIn } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize, LayerFocus } from '../types.ts';

export interface MagnitudeMapProps extends LayerFocus {
  readonly lanes: readonly MagnitudeLane[];
  /** Number formats drawn as backgrounds; the widest first. */
  readonly ranges: readonly MagnitudeRange[];
  readonly direction: 'forward' | 'backward';
  readonly xTitle: ReactNode;
  /** `|h|`, `|∂C/∂z|`. */
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 22 by default. */
  readonly height?: number;
  readonly format: ChartFormat;
  readonly words: MagnitudeWords;
}

/** Room in rem: left of the plot for powers of ten, right of it for the names of the formats. */
const LEFT = 3.25;
const RIGHT = 4.4;
/** Width that a name on one line needs, in rem; where lanes are narrower, names take turns on up to three rows. */
const NAME = 7;
const MAX_ROWS = 3;

/**
 * The magnitudes of all values of several networks, one lane each, on an axis from 0 to ∞ that is fixed as long as
 * float32 holds them. Columns are layers, darkness is the share of values; a ring marks where a lane has only zeros, or
 * non-finite values.
 */
export function MagnitudeMap(props: MagnitudeMapProps) {
  const { lanes, ranges, direction, size, format, words, focused } = props;
  const { rem, width } = size;
  const { lo, hi } = magnitudeDomain(lanes.flatMap(({ columns }) => columns));
  const strip = (hi - lo) * 0.09;
  const height = heightOf(size, props.height ?? 22);
  const [left, right] = [LEFT * rem, RIGHT * rem];
  const depths = lanes.map(({ columns }) => columns.length).join();
  const layout = useMemo(
    () => magnitudeLayout(depths === '' ? [] : depths.split(',').map(Number)),
    [depths],
  );
  const ticks = useMemo(
    () =>
      decadeTicks({ lo: lo + 1, hi: hi - 1 }, ticksIn(height, rem, 9)).map((value) => ({
        value,
        label: decadeText(value, format),
      })),
    [lo, hi, height, rem, format],
  );
  const pitch = (width - left - right) / Math.max(1, lanes.length);
  const rows = Math.min(MAX_ROWS, Math.max(1, Math.ceil((NAME * rem) / pitch)));
  const value = useMemo(
    () => ({ lanes, layout, direction, ranges, lo, hi, strip, rem, format, words, focused }),
    [lanes, layout, direction, ranges, lo, hi, strip, rem, format, words, focused],
  );
  return (
    <MagnitudeProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <p className={styles['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <ul
          className={own['names']}
          style={{
            marginInlineStart: left,
            // The last name may extend into the room right of the plot.
            gridTemplateColumns: `repeat(${Math.max(1, lanes.length)}, minmax(0, 1fr)) ${right}px`,
          }}
        >
          {lanes.map(({ lane, name, tone, dash, shade }, index) => (
            <li
              key={lane}
              style={{
                // The room right of the plot is the last column.
                gridColumn: `${index + 1} / ${Math.min(index + 1 + rows, lanes.length + 2)}`,
                gridRow: (index % rows) + 1,
              }}
            >
              <LaneKey tone={tone} dash={dash} shade={shade} />{' '}
              <bdi dir={directionOf(name)}>{name.replaceAll(', ', ',\u00a0')}</bdi>
            </li>
          ))}
        </ul>
        <MagnitudeFrame
          layout={layout}
          width={width}
          height={height}
          rem={rem}
          left={left}
          right={right}
          lo={lo - strip}
          hi={hi + strip}
          ticks={ticks}
          format={format}
          label={props.label}
          onFocusLayer={props.onFocusLayer}
        />
        <ChartAxisTitle direction={direction} start={left} end={right}>
          {props.xTitle}
        </ChartAxisTitle>
      </div>
    </MagnitudeProvider>
  );
}
