import { inOwnDirection } from '../../i18n/bidi.ts';
import { useRows, useStrip } from './stripContext.ts';
import type { StripEnd } from './stripEnd.ts';
import styles from './strip.module.css';

/** A rule where a lane runs out of numbers, and one label for all layers from there on. */
export function StripEndMark({ end }: { readonly end: StripEnd }) {
  const { layers, rem, words } = useStrip();
  const { left, right, bottom } = useRows();
  const top = bottom(end.layer - 1);
  // The label is below the rule where there is room, and above it for the last rows.
  const below = bottom(layers) - top > rem * 1.6;
  const middle = below ? Math.max(top + rem, (top + bottom(layers)) / 2) : top - rem * 0.7;
  const text = end.kind === 'zero' ? words.zeroFrom(end.layer) : words.nonFiniteFrom(end.layer);
  return (
    <g data-mark="end" data-from={end.layer}>
      <path className={styles['endRule']} d={`M${left},${top}H${right}`} />
      <text className={styles['over']} x={(left + right) / 2} y={middle} dy="0.36em">
        {inOwnDirection(text)}
      </text>
    </g>
  );
}
