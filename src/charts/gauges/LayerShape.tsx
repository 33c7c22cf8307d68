import { memo } from 'react';
import { layerDots, MAX_DOTS } from './layerDots.ts';
import styles from './gauge.module.css';
import type { ChartFormat, ChartSize } from '../types.ts';

export interface LayerShapeProps {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly label: string;
  readonly size: ChartSize;
  /** In px. */
  readonly height: number;
  readonly format: ChartFormat;
}

/** The widest picture, in rem. */
const WIDEST = 8;

/** A layer as two columns of dots; lines into one unit are solid (forward), lines from one input dashed (backward). */
export const LayerShape = memo(function LayerShape(props: LayerShapeProps) {
  const { fanIn, fanOut, label, size, height, format } = props;
  const { rem } = size;
  const width = Math.min(size.width, rem * WIDEST);
  const { inputs, outputs } = layerDots(fanIn, fanOut);
  const room = height - rem * 1.9;
  const gap = Math.min(rem * 0.8, room / MAX_DOTS);
  const left = Math.min(rem, width * 0.2);
  const right = width - left;
  const y = (i: number, count: number): number => room / 2 + (i - (count - 1) / 2) * gap;
  const link = (i: number, j: number): string =>
    `M${left},${y(i, inputs)}L${right},${y(j, outputs)}`;
  const each = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
  // At opposite ends, so that neither fan covers the other.
  const [input, output] = [inputs - 1, 0];
  const r = Math.max(1, gap * 0.34);
  const lines = inputs * outputs;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an inline SVG cannot be an img element
    <svg className={styles['layer']} width={width} height={height} role="img" aria-label={label}>
      <path
        className={styles['link']}
        strokeWidth={lines > 200 ? 0.35 : lines > 60 ? 0.6 : 1}
        d={each(inputs)
          .flatMap((i) => each(outputs).map((j) => link(i, j)))
          .join('')}
      />
      <path
        className={styles['forward']}
        d={each(inputs)
          .map((i) => link(i, output))
          .join('')}
      />
      <path
        className={styles['backward']}
        d={each(outputs)
          .map((j) => link(input, j))
          .join('')}
      />
      {each(inputs).map((i) => (
        <circle key={i} className={styles['unit']} cx={left} cy={y(i, inputs)} r={r} />
      ))}
      {each(outputs).map((j) => (
        <circle key={j} className={styles['unit']} cx={right} cy={y(j, outputs)} r={r} />
      ))}
      <circle className={styles['one']} cx={left} cy={y(input, inputs)} r={Math.max(4, r * 1.5)} />
      <circle
        className={styles['one']}
        cx={right}
        cy={y(output, outputs)}
        r={Math.max(4, r * 1.5)}
      />
      <text className={styles['count']} x={left} y={height - rem * 0.6} dy="0.34em">
        {format.integer(fanIn)}
      </text>
      <text className={styles['count']} x={right} y={height - rem * 0.6} dy="0.34em">
        {format.integer(fanOut)}
      </text>
    </svg>
  );
});
