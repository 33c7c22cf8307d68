import { inOwnDirection } from '../../i18n/bidi.ts';
import { wrapWords } from '../geometry/wrapWords.ts';
import { useLayers, useRows, useStrip } from './stripContext.ts';
import type { StripEnd } from './stripEnd.ts';
import styles from './strip.module.css';

/** Size of the label relative to other text of charts, and the height of one of its lines in rem. */
const SIZE = 1.4;
const LINE = 1.35;

/** A rule where a lane runs out of numbers, and one label for all layers from there on. */
export function StripEndMark({ end }: { readonly end: StripEnd }) {
  const layers = useLayers();
  const { rem, words } = useStrip();
  const { left, right, bottom } = useRows();
  const top = bottom(end.layer - 1);
  const text = end.kind === 'zero' ? words.zeroFrom(end.layer) : words.nonFiniteFrom(end.layer);
  const lines = wrapWords(text, rem * SIZE, right - left);
  const half = (rem * LINE * lines.length) / 2;
  // The label is below the rule where there is room, and above it for the last rows.
  const below = bottom(layers) - top > half * 2 + rem * 0.25;
  const middle = below ? (top + bottom(layers)) / 2 : top - half;
  return (
    <g data-mark="end" data-from={end.layer}>
      <path className={styles['endRule']} d={`M${left},${top}H${right}`} />
      {lines.map((line, i) => (
        <text
          key={line}
          className={styles['over']}
          x={(left + right) / 2}
          y={middle + (i + 0.5) * rem * LINE - half}
          dy="0.36em"
        >
          {inOwnDirection(line)}
        </text>
      ))}
    </g>
  );
}
