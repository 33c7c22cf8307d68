import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { RaceFrame } from './RaceFrame.tsx';
import { RaceMarks, RaceTip } from './RaceMarks.tsx';
import { decadeText, decadeTicks } from '../geometry/decades.ts';
import { endMargin } from '../geometry/endLabels.ts';
import { RaceProvider, stripOf } from './raceContext.ts';
import type { RaceAxis, RaceLane, RaceWords } from './raceContext.ts';
import { zeroRow } from '../geometry/logRows.ts';
import { stripTicks } from '../geometry/ticks.ts';
import styles from '../frame/chart.module.css';
import { heightOf, ticksIn } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize } from '../types.ts';

export interface LossCurvesProps {
  readonly lanes: readonly RaceLane[];
  /** The last step of the race, where the axis ends from the start. */
  readonly steps: number;
  readonly y: RaceAxis;
  /** A reference rule, such as the loss of guessing. */
  readonly reference?: { readonly value: number; readonly label: string } | undefined;
  /** The selected step in all charts of the race. */
  readonly scrub: number | null;
  readonly onScrub: (step: number | null) => void;
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  /** In rem; 14 by default. */
  readonly height?: number;
  readonly format: ChartFormat;
  readonly words: RaceWords;
}

/** Loss or accuracy by step: one line per lane, labelled at its end. */
export function LossCurves(props: LossCurvesProps) {
  const { lanes, steps, y, scrub, size, format, words } = props;
  const reference = props.reference ?? null;
  const { rem, width } = size;
  const { kind, lo, hi } = y;
  const right = endMargin(
    lanes.map((lane) => lane.name),
    rem,
    width,
    size.type,
  );
  const height = heightOf(size, props.height ?? 14);
  const ticks = useMemo(
    () =>
      kind === 'log'
        ? [
            zeroRow({ lo, hi, strip: stripOf({ kind, lo, hi }) }),
            ...decadeTicks({ lo, hi }, ticksIn(height, rem, 6)),
          ]
        : stripTicks(lo, hi).rules,
    [kind, lo, hi, height, rem],
  );
  const zero = zeroRow({ lo, hi, strip: stripOf(y) });
  const print = useMemo(
    () => (value: number) => {
      if (kind === 'log' && value === zero) return { base: format.integer(0), exponent: null };
      if (kind === 'log') return decadeText(value, format);
      return kind === 'share'
        ? { base: format.percent(value), exponent: null }
        : format.number(value);
    },
    [kind, zero, format],
  );
  const value = useMemo(
    () => ({ lanes, y: { kind, lo, hi }, ticks, reference, scrub, rem, format, words }),
    [lanes, kind, lo, hi, ticks, reference, scrub, rem, format, words],
  );
  return (
    <RaceProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <p className={styles['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <RaceFrame
          steps={steps}
          width={width}
          height={height}
          right={right}
          rem={rem}
          lo={lo - stripOf(y)}
          hi={hi}
          ticks={ticks}
          print={print}
          format={format}
          label={props.label}
          onScrub={props.onScrub}
          Marks={RaceMarks}
          Tip={RaceTip}
        />
        <p
          className={styles['axisTitle']}
          style={{ marginInlineStart: rem * 3, marginInlineEnd: right }}
        >
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </RaceProvider>
  );
}
