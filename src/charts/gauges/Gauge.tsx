import { memo } from 'react';
import { GAUGE_DOUBLINGS, markAngle, needleAt, polar, ringPath } from './gaugeScale.ts';
import { leftToRight } from '../../i18n/bidi.ts';
import styles from './gauge.module.css';
import type { ChartFormat, ChartSize } from '../types.ts';

export interface GaugeProps {
  /** A factor ≥ 0; at 1 the needle points straight up. */
  readonly value: number;
  /** Label of 1: `kept`. */
  readonly kept: string;
  readonly label: string;
  readonly size: ChartSize;
  readonly format: ChartFormat;
}

const MARKS = Array.from({ length: 2 * GAUGE_DOUBLINGS + 1 }, (_, i) => i - GAUGE_DOUBLINGS);
/** The widest dial, in rem. */
const WIDEST = 8.5;
/** Width of the ring, as a fraction of the dial's radius. */
const RING = 0.22;

/** A needle over a scale from 1/32 to 32; for values beyond it the needle stops at the end, marked by an arrow. */
export const Gauge = memo(function Gauge({ value, kept, label, size, format }: GaugeProps) {
  const { rem, width } = size;
  const radius = Math.min(rem * WIDEST, width / 2 - rem * 0.6);
  const roomy = radius > rem * 4.5;
  const { angle, beyond } = needleAt(value);
  const pivot = [width / 2, radius + rem * 2.5] as const;
  const inner = radius * (1 - RING);
  const line = (at: number, from: number, to: number): string =>
    `M${polar(pivot, at, from).join()}L${polar(pivot, at, to).join()}`;
  const end = markAngle(GAUGE_DOUBLINGS);
  const named = (k: number): boolean =>
    k === 0 || Math.abs(k) === GAUGE_DOUBLINGS || (roomy && k % 2 !== 0);
  const text = (k: number): string =>
    k < 0 ? leftToRight(`${format.integer(1)}/${format.integer(2 ** -k)}`) : format.integer(2 ** k);
  /** Position of a label; those at the ends are below the ring, where they do not make the dial narrower. */
  const textAt = (k: number): readonly [number, number] => {
    if (Math.abs(k) < GAUGE_DOUBLINGS) return polar(pivot, markAngle(k), radius + rem * 0.75);
    const [x, y] = polar(pivot, markAngle(k), (inner + radius) / 2);
    return [x, y + rem * 1.1];
  };
  const half = Math.max(3, radius * 0.045);
  return (
    <svg
      className={styles['gauge']}
      width={width}
      height={pivot[1] + rem * 0.75}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an inline SVG cannot be an img element
      role="img"
      aria-label={label}
    >
      <path className={styles['ring']} d={ringPath(pivot, [-end, end], [inner, radius])} />
      {Math.abs(angle) > 0.01 && (
        <path
          className={styles['lean']}
          d={ringPath(pivot, [0, beyond === 0 ? angle : beyond * end], [inner, radius])}
        />
      )}
      {MARKS.map((k) => (
        <g key={k}>
          <path
            className={k === 0 ? styles['keptMark'] : styles['mark']}
            d={line(markAngle(k), k === 0 ? inner - rem * 0.35 : inner, radius)}
          />
          {named(k) && (
            <text
              className={k === 0 ? styles['keptText'] : styles['markText']}
              x={textAt(k)[0]}
              y={textAt(k)[1]}
              dy="0.34em"
            >
              {text(k)}
            </text>
          )}
        </g>
      ))}
      <text className={styles['kept']} x={pivot[0]} y={rem * 0.55} dy="0.34em">
        {kept}
      </text>
      <g className={styles['needle']} transform={`rotate(${angle} ${pivot.join(' ')})`}>
        <path
          d={`M${pivot[0] - half},${pivot[1]}L${pivot[0]},${pivot[1] - radius * 0.97}L${pivot[0] + half},${pivot[1]}Z`}
        />
        {beyond !== 0 && (
          <path
            d={`M${pivot[0] + beyond * rem * 0.25},${pivot[1] - radius - rem * 0.1}v${-rem * 0.7}l${beyond * rem * 0.7},${rem * 0.35}Z`}
          />
        )}
      </g>
      <circle className={styles['pivot']} cx={pivot[0]} cy={pivot[1]} r={half * 1.9} />
    </svg>
  );
});
