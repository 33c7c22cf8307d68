import { memo } from 'react';
import { usePlot } from '../frame/plot.ts';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import type { LinearScale } from '../frame/plot.ts';
import { decadeText, decadeTicks } from '../geometry/decades.ts';
import { infinityRow, zeroRow } from '../geometry/logRows.ts';
import type { SpreadData } from './spread.ts';
import styles from '../frame/chart.module.css';

interface BandGroundProps extends Pick<
  SpreadData,
  'lo' | 'hi' | 'strip' | 'reference' | 'rem' | 'format'
> {
  readonly sy: LinearScale;
  /** The side of the labels. */
  readonly side: 'left' | 'right';
  /** Whether values are exactly zero, and whether they have overflowed. */
  readonly zero: boolean;
  readonly infinite: boolean;
  readonly labelled: number | undefined;
}

/** Rules, labels and the rows for 0 and ∞: what stays in place while values stream in; not rendered again with them. */
export const BandGround = memo(function BandGround(props: BandGroundProps) {
  const { sy, side, reference, zero, infinite, labelled, rem, format } = props;
  const { plot } = usePlot();
  const tickEnd = side === 'right' ? plot.x + plot.width + rem * 0.5 : plot.x - rem * 0.5;
  const rules = decadeTicks(props, 6).map((k) => `M${plot.x},${sy(k)}h${plot.width}`);
  const extremes = [
    zero ? { at: zeroRow(props), label: format.integer(0) } : null,
    infinite ? { at: infinityRow(props), label: '∞' } : null,
  ].filter((extreme) => extreme !== null);
  return (
    <>
      <path className={styles['rule']} d={rules.join('')} />
      <path className={styles['reference']} d={`M${plot.x},${sy(reference)}h${plot.width}`} />
      {(labelled === undefined ? [] : decadeTicks(props, labelled)).map((decade) => (
        <text
          key={decade}
          className={styles['yTick']}
          data-side={side}
          x={tickEnd}
          y={sy(decade)}
          dy="0.36em"
        >
          <SvgNumber text={decadeText(decade, format)} />
        </text>
      ))}
      {extremes.map(({ at, label }) => (
        <g key={label}>
          <path className={styles['extreme']} d={`M${plot.x},${sy(at)}h${plot.width}`} />
          <text className={styles['yTick']} data-side={side} x={tickEnd} y={sy(at)} dy="0.36em">
            {label}
          </text>
        </g>
      ))}
    </>
  );
});
