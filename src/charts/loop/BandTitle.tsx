import { memo } from 'react';
import { usePlot } from '../frame/plot.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { arrowHead } from '../geometry/arrowHead.ts';
import { LETTER } from '../geometry/endLabels.ts';
import { pointText } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import styles from '../frame/chart.module.css';

interface BandTitleProps {
  readonly direction: 'forward' | 'backward';
  readonly y: number;
  /** Where the title has to end along x, in px; if it is too long, it starts left of the plot. */
  readonly end: number;
  readonly rem: number;
  readonly text: string;
}

/** Length of the arrow before a title and the gap after it, in rem. */
const ARROW = 1.6;
const AFTER_ARROW = 0.4;

/** The title of a band, after an arrow in its direction. */
export const BandTitle = memo(function BandTitle({ direction, y, end, rem, text }: BandTitleProps) {
  const { plot } = usePlot();
  const length = (ARROW + AFTER_ARROW + text.length * LETTER) * rem;
  const left = Math.max(0, Math.min(plot.x, end - length));
  const [right, at] = [left + rem * ARROW, y - rem * 0.28];
  const [from, to]: readonly [Point, Point] =
    direction === 'forward'
      ? [
          [left, at],
          [right, at],
        ]
      : [
          [right, at],
          [left, at],
        ];
  return (
    <g className={styles['bandTitle']}>
      <path d={`M${pointText(from)}L${pointText(to)}${arrowHead(from, to, rem * 0.45)}`} />
      <text x={right + rem * AFTER_ARROW} y={y}>
        {inOwnDirection(text)}
      </text>
    </g>
  );
});
