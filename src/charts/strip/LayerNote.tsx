import type { Summary } from '../../engine/types.ts';
import type { OwnRange } from './ownRange.ts';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { useRows, useStrip } from './stripContext.ts';
import { barWidth } from '../geometry/margin.ts';
import styles from './strip.module.css';
import type { ChartFormat } from '../types.ts';

interface LayerNoteProps {
  readonly summary: Summary;
  readonly own: OwnRange | null;
  readonly middle: number;
  readonly shares: {
    readonly above: number;
    readonly below: number;
    readonly nonFinite: number;
  };
}

/** Smaller shares beyond the edges are a bar only: a number on every row would drown the large ones. */
const PRINTED = 0.01;

interface RangeProps {
  readonly range: OwnRange;
  readonly value: number;
  readonly format: ChartFormat;
}

function Range({ range: { kind, lo, hi }, value, format }: RangeProps) {
  if (kind === 'one-value') return <SvgNumber text={format.number(value)} />;
  if (kind === 'around-zero') {
    return (
      <>
        ±<SvgNumber text={format.number(hi)} />
      </>
    );
  }
  return (
    <>
      <SvgNumber text={format.number(lo)} />…<SvgNumber text={format.number(hi)} />
    </>
  );
}

/** What a row prints in its gutter, never on the data: the share beyond the edges, or its own range. */
export function LayerNote({ summary, own, middle, shares }: LayerNoteProps) {
  const { rem, format, words } = useStrip();
  const { left, right } = useRows();
  const { above, below, nonFinite } = shares;
  const bars = nonFinite > 0 && above > 0 ? 2 : 1;
  const gutter = right + bars * (barWidth(rem) + 1) + rem * 0.4;
  if (summary.finite === 0) {
    return (
      <text className={styles['over']} x={(left + right) / 2} y={middle} dy="0.36em">
        {words.allNonFinite}
      </text>
    );
  }
  const beyond = above + below;
  const printed =
    nonFinite > 0 ? (
      words.nonFinite(nonFinite)
    ) : own !== null ? (
      <Range range={own} value={summary.min} format={format} />
    ) : beyond >= PRINTED ? (
      `${below > 0 ? '← ' : ''}${format.percent(beyond)}${above > 0 ? ' →' : ''}`
    ) : null;
  if (printed === null) return null;
  return (
    <text className={styles['note']} x={gutter} y={middle} dy="0.36em">
      {printed}
    </text>
  );
}
