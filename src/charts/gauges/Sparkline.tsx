import { memo } from 'react';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { SPARK_DECADES, sparkLine } from './sparkLine.ts';
import layers from '../frame/chart.module.css';
import styles from './spark.module.css';
import type { ChartFormat, ChartSize, Tone } from '../types.ts';

export interface SparklineProps {
  /** One value ≥ 0 per layer, the first layer first. */
  readonly values: readonly number[];
  /** `backward`: the line starts at the last layer and ends at the first. */
  readonly direction: 'forward' | 'backward';
  readonly tone: Tone;
  readonly label: string;
  readonly size: ChartSize;
  readonly format: ChartFormat;
}

/** In rem. */
const HEIGHT = 4;

/** One value per layer on a fixed log axis; the rule is at 1, an arrow marks a line that leaves the axis. */
export const Sparkline = memo(function Sparkline(props: SparklineProps) {
  const { values, direction, tone, label, size, format } = props;
  const { rem, width } = size;
  const forward = direction === 'forward';
  const height = Math.round(rem * HEIGHT);
  const { points, zeros } = sparkLine(values, direction);
  // Zero lies below the axis, on a separate row.
  const zeroRow = height - rem * 0.3;
  const foot = zeros.length > 0 ? height - rem * 0.9 : height;
  const [left, right] = [3, width - 3];
  const pad = rem * 0.45;
  const x = (index: number): number =>
    left + (index / Math.max(1, values.length - 1)) * (right - left);
  const y = (decades: number): number => foot / 2 - (decades / SPARK_DECADES) * (foot / 2 - pad);
  const last = points.at(-1);
  const end = values[forward ? values.length - 1 : 0];
  const r = rem * 0.12;
  /**
   * Height of a label, on the side of the point away from 1. Near an edge it is on the side towards 1, and farther from
   * the point, because the line comes from there.
   */
  const textAt = (decades: number): number => {
    const away = decades > 0 ? -1 : 1;
    const tight = Math.abs(decades) > SPARK_DECADES * 0.55;
    return y(decades) + rem * away * (tight ? -0.92 : 0.72);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an inline SVG cannot be an img element
    <svg className={styles['spark']} width={width} height={height} role="img" aria-label={label}>
      <path
        className={styles['ends']}
        d={`M${left},${pad}H${right}M${left},${foot - pad}H${right}`}
      />
      <path className={styles['one']} d={`M${left},${foot / 2}H${right}`} />
      {zeros.length > 0 && (
        <path className={layers['extreme']} d={`M${left},${zeroRow}H${right}`} />
      )}
      <g data-tone={tone}>
        <path
          className={layers['line']}
          d={points.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.index)},${y(p.decades)}`).join('')}
        />
        <path
          className={styles['dots']}
          d={points.map((p) => `M${x(p.index)},${y(p.decades)}h0`).join('')}
          strokeWidth={2 * r}
        />
        {[
          { name: 'dots', wide: 2 * r },
          { name: 'holes', wide: 1.2 * r },
        ].map(({ name, wide }) => (
          <path
            key={name}
            className={layers[name]}
            data-mark="zero"
            d={zeros.map((index) => `M${x(index)},${zeroRow}h0`).join('')}
            strokeWidth={wide}
          />
        ))}
        {last !== undefined && last.beyond !== 0 && (
          <path
            className={styles['arrow']}
            d={`M${x(last.index) - rem * 0.35},${y(last.decades)}h${rem * 0.7}l${-rem * 0.35},${-last.beyond * rem * 0.45}Z`}
          />
        )}
      </g>
      {end !== undefined && (last !== undefined || zeros.length > 0) && (
        <text
          className={styles['end']}
          x={forward ? right : left}
          y={zeros.length > 0 || last === undefined ? zeroRow - rem * 0.75 : textAt(last.decades)}
          dy="0.34em"
          textAnchor={forward ? 'end' : 'start'}
        >
          <SvgNumber text={format.number(end)} />
        </text>
      )}
    </svg>
  );
});
