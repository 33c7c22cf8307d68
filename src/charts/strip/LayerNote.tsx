import type { Summary } from '../../engine/types.ts';
import type { HistogramRow } from './histogramRow.ts';
import type { OwnRange } from './ownRange.ts';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { useLayers, useRows, useStrip } from './stripContext.ts';
import { barWidth } from '../geometry/margin.ts';
import { isLabelled, labelStep } from '../geometry/ticks.ts';
import styles from './strip.module.css';
import type { ChartFormat } from '../types.ts';

interface LayerNoteProps {
  readonly layer: number;
  readonly summary: Summary;
  readonly row: HistogramRow;
}

/** Smaller shares beyond the edges are shown by a bar only: numbers on every row would hide the large ones. */
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

/** Shares are printed only on the first, the middle and the last row; the other rows show them as bars. */
const isNoted = (layer: number, layers: number): boolean =>
  layers <= 4 || layer === 1 || layer === layers || layer === Math.ceil(layers / 2);

/**
 * The share beyond the edges, printed over the tail of the histogram; for a row on its own scale, its range, printed in
 * the gutter.
 */
export function LayerNote({ layer, summary, row }: LayerNoteProps) {
  const layers = useLayers();
  const { rem, format, words } = useStrip();
  const { right, pitch } = useRows();
  const { own, middle, above, below, nonFinite } = row;
  if (summary.finite === 0) return null;
  if (pitch < rem * 0.8 && !isLabelled(layer, layers, labelStep(pitch, rem))) return null;
  if (own !== null) {
    const bars = nonFinite > 0 && above > 0 ? 2 : 1;
    return (
      <text
        className={styles['note']}
        x={right + bars * (barWidth(rem) + 1) + rem * 0.4}
        y={middle}
        dy="0.36em"
      >
        {nonFinite > 0 ? (
          words.nonFinite(nonFinite)
        ) : (
          <Range range={own} value={summary.min} format={format} />
        )}
      </text>
    );
  }
  const beyond = above + below;
  if (!isNoted(layer, layers)) return null;
  const printed =
    nonFinite > 0
      ? words.nonFinite(nonFinite)
      : beyond >= PRINTED
        ? `${below > 0 ? '← ' : ''}${format.percent(beyond)}${above > 0 ? ' →' : ''}`
        : null;
  if (printed === null) return null;
  return (
    <text
      className={styles['note']}
      data-inside
      x={right - rem * 0.2}
      y={middle - rem * 0.1}
      dy="0.36em"
    >
      {printed}
    </text>
  );
}
