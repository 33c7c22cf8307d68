import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Summary } from '../../engine/types.ts';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { ValueChart } from '../frame/ValueChart.tsx';
import { heightOf } from '../geometry/heightOf.ts';
import { HalfMarks, HalfTip } from './HalfMarks.tsx';
import { HalfProvider } from './halfContext.ts';
import type { HalfWords } from './halfContext.ts';
import frame from '../frame/chart.module.css';
import styles from './half.module.css';
import { lookData } from '../types.ts';
import type { ChartFormat, ChartSize, LaneLook } from '../types.ts';

/** A mean square, as a share of the first one. */
export interface HalfBar {
  readonly name: ReactNode;
  readonly key: string;
  readonly share: number;
}

export interface HalfPictureProps {
  /** The pre-activations of the first layer. */
  readonly summary: Summary;
  readonly domain: readonly [lo: number, hi: number];
  readonly look: LaneLook;
  readonly bars: readonly HalfBar[];
  readonly barsTitle: string;
  readonly xTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  readonly dir: 'ltr' | 'rtl';
  readonly format: ChartFormat;
  readonly words: HalfWords;
}

const ROOM = { top: 0.4, left: 0.6, right: 0.6, rows: 0 } as const;

/** ReLU drops half of a symmetric distribution: its histogram, and what is left of its mean square in each layer. */
export function HalfPicture(props: HalfPictureProps) {
  const { summary, domain, look, bars, size, format, words } = props;
  const { rem, width } = size;
  const value = useMemo(
    () => ({ histogram: summary.shared, finite: summary.finite, rem, format, words }),
    [summary, rem, format, words],
  );
  return (
    <HalfProvider value={value}>
      <div className={frame['chart']} dir="ltr" {...lookData(look)}>
        <ValueChart
          lo={domain[0]}
          hi={domain[1]}
          bins={summary.shared.counts.length}
          width={width}
          height={heightOf(size, 13)}
          rem={rem}
          format={format}
          label={props.label}
          room={ROOM}
          Marks={HalfMarks}
          Tip={HalfTip}
        />
        <p className={frame['axisTitle']}>
          <bdi>{props.xTitle}</bdi>
        </p>
        <p className={styles['barsTitle']} dir={props.dir}>
          {props.barsTitle}
        </p>
        <ol className={styles['bars']}>
          {bars.map(({ key, name, share }, i) => {
            const before = bars[i - 1]?.share;
            return (
              <li key={key}>
                <span className={styles['name']}>{name}</span>
                <span className={styles['room']}>
                  <span
                    className={styles['bar']}
                    data-mark="mean-square"
                    style={{ inlineSize: `${(share * 100).toFixed(2)}%` }}
                  />
                  <span className={styles['value']}>
                    <HtmlNumber text={format.number(share)} />
                    {before !== undefined && (
                      <span className={styles['ratio']}>
                        {' '}
                        (× <HtmlNumber text={format.number(share / before)} />)
                      </span>
                    )}
                  </span>
                </span>
              </li>
            );
          })}
        </ol>
      </div>
    </HalfProvider>
  );
}
