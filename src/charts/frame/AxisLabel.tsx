import type { NumberText } from '../../i18n/format.ts';
import type { CartesianTickItem } from 'recharts';
import { SvgNumber } from './PrintedNumber.tsx';
import styles from './axis.module.css';

interface AxisLabelProps {
  readonly side: 'bottom' | 'left' | 'right';
  /** Along the bottom: a tick from here on ends at its place, and leaves what stands beside the plot alone. */
  readonly inside?: number | undefined;
  /** From the tick's value to what is printed; null: nothing. */
  readonly print: (value: number) => NumberText | null;
  /** Where left labels end, in px; Recharts' own place otherwise. */
  readonly end?: number;
  /** Given by Recharts, which clones this element for each tick. */
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: CartesianTickItem;
}

/** One tick label; numbers keep their raised exponents. */
export function AxisLabel({ side, print, inside, end, x, y, payload }: AxisLabelProps) {
  const text = payload === undefined ? null : print(Number(payload.value));
  if (text === null) return null;
  return (
    <text
      className={styles[side]}
      data-inside={inside !== undefined && Number(payload?.value) >= inside}
      x={side === 'left' ? (end ?? x) : x}
      y={y}
      dy={side === 'bottom' ? '0.6em' : '0.36em'}
    >
      <SvgNumber text={text} />
    </text>
  );
}
