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

/** Least distance of a power of ten from the row for 0 or ∞ that both have a label, in rem. */
const APART = 1;

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
  const decades = labelled === undefined ? [] : decadeTicks(props, labelled);
  const clear = decades.filter((decade) =>
    extremes.every(({ at }) => Math.abs(sy(at) - sy(decade)) >= rem * APART),
  );
  return (
    <>
      <path className={styles['rule']} d={rules.join('')} />
      <path className={styles['reference']} d={`M${plot.x},${sy(reference)}h${plot.width}`} />
      {clear.map((decade) => (
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
