import type { NumberText } from '../../i18n/format.ts';
import { SvgNumber } from './PrintedNumber.tsx';
import styles from './axis.module.css';

interface AxisLabelProps {
  readonly side: 'bottom' | 'left' | 'right';
  /** Bottom axis: labels of ticks from this value on are right-aligned, to stay clear of what is beside the plot. */
  readonly inside?: number | undefined;
  /** Turns the tick's value into its label; null: no label. */
  readonly print: (value: number) => NumberText | null;
  /** Right edge of the labels of a left axis, in px; Recharts' default without it. */
  readonly end?: number;
  /** Given by Recharts, which clones this element for each tick. */
  readonly x?: number | string;
  readonly y?: number | string;
  readonly payload?: { readonly value: unknown };
}

/** One tick label, with exponents raised. */
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
