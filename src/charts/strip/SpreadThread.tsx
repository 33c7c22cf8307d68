import { memo, useMemo } from 'react';
import { useLayers, useRows, useStrip, useThreadRange } from './stripContext.ts';
import { threadAxis, threadPaths } from './spreadThread.ts';
import { barsWidth } from './stripGeometry.ts';
import { ThreadRuling } from './ThreadRuling.tsx';
import styles from './strip.module.css';

interface SpreadThreadProps {
  /** Standard deviations, index = layer − 1; null: not measured. Infinity: no value is finite. */
  readonly spreads: readonly (number | null)[];
}

/** The spread of every layer of a HistogramStrip as one line at the end of its rows. */
export const SpreadThread = memo(function SpreadThread({ spreads }: SpreadThreadProps) {
  const layers = useLayers();
  const { rem, reach, threadWidth } = useStrip();
  const { right, bottom, pitch } = useRows();
  const range = useThreadRange();
  const axis = useMemo(
    () => threadAxis(range, reach, barsWidth(rem), threadWidth, rem),
    [range, reach, threadWidth, rem],
  );
  const { line, area } = threadPaths(spreads.slice(0, layers), axis, { right, bottom, pitch, rem });
  return (
    <g>
      <ThreadRuling axis={axis} />
      <path className={styles['loss']} d={area} />
      <path className={styles['thread']} data-mark="thread" d={line} />
    </g>
  );
});
