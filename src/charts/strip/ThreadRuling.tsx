import { memo } from 'react';
import axisStyles from '../frame/axis.module.css';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { decadeText } from '../geometry/decades.ts';
import { useLayers, useRows, useStrip } from './stripContext.ts';
import { threadX } from './spreadThread.ts';
import type { ThreadAxis } from './spreadThread.ts';
import styles from './strip.module.css';

/** The smallest distance of two labels, in rem. */
const APART = 2.3;
/** Px from the axis to its labels, as in Recharts. */
const TICK_GAP = 8;

/** The axis of the thread: a rule for each power of ten, the one of the unit stronger. */
export const ThreadRuling = memo(function ThreadRuling({ axis }: { readonly axis: ThreadAxis }) {
  const layers = useLayers();
  const { rem, format } = useStrip();
  const { right, top, bottom } = useRows();
  const { lo, hi, unit } = axis;
  const x = (decade: number): number => right + threadX(axis, decade);
  const foot = bottom(layers);
  const rule = (decade: number): string => `M${x(decade)},${top}V${foot}`;
  const decades = Array.from({ length: Math.floor(hi) - lo + 1 }, (_, i) => lo + i);
  const labels = x(unit) - x(lo) < APART * rem ? [unit] : [lo, unit];
  return (
    <g data-mark="thread-axis">
      <path
        className={styles['rule']}
        d={decades
          .filter((decade) => decade !== unit)
          .map(rule)
          .join('')}
      />
      <path className={styles['unitRule']} d={rule(unit)} />
      {labels.map((decade) => (
        <text
          key={decade}
          className={axisStyles['bottom']}
          x={x(decade)}
          y={foot + TICK_GAP}
          data-start={decade !== unit}
          dy="0.6em"
        >
          <SvgNumber text={decadeText(decade, format)} />
        </text>
      ))}
    </g>
  );
});
