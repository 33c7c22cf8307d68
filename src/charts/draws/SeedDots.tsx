import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { dotStack, seedAxis } from './seedAxis.ts';
import type { ChartFormat, ChartSize } from '../types.ts';
import styles from './SeedDots.module.css';

export interface SeedDotsProps {
  /** One number per seed; all above 0. */
  readonly draws: readonly number[];
  readonly band: readonly [low: number, high: number];
  /** The number printed in the source. */
  readonly printed: number;
  readonly label: string;
  /** Label of the printed number's mark. */
  readonly printedName: string;
  readonly size: ChartSize;
  readonly format: ChartFormat;
}

/** In rem. */
const HEIGHT = 6.6;

/** One dot per seed on a logarithmic axis, the band shaded, and the printed number as a vertical line. */
export function SeedDots(props: SeedDotsProps) {
  const { draws, band, printed, label, printedName, size, format } = props;
  const { rem, width } = size;
  const height = Math.round(rem * HEIGHT);
  const axis = height - rem * 1.6;
  const room = { from: rem * 1.5, to: width - rem * 1.5 };
  const { x, ticks } = seedAxis([...draws, ...band, printed], room);
  const radius = rem * 0.24;
  const at = x(printed);
  const isLate = at > width / 2;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an inline SVG cannot be an img element
    <svg className={styles['dots']} width={width} height={height} role="img" aria-label={label}>
      <rect
        className={styles['band']}
        x={x(band[0])}
        y={rem * 1.2}
        width={x(band[1]) - x(band[0])}
        height={axis - rem * 1.2}
      />
      <path className={styles['axis']} d={`M${room.from},${axis}H${room.to}`} />
      {ticks.map((tick) => (
        <text
          key={tick}
          className={styles['tick']}
          x={x(tick)}
          y={axis + rem * 1.15}
          textAnchor="middle"
        >
          <SvgNumber text={format.number(tick)} />
        </text>
      ))}
      <g data-tone={3}>
        {dotStack(draws.map(x), radius * 2.1).map(({ x: cx, row }) => (
          <circle
            key={`${cx} ${row}`}
            className={styles['draw']}
            cx={cx}
            cy={axis - radius * (1.3 + 2.1 * row)}
            r={radius}
          />
        ))}
      </g>
      <path className={styles['printed']} d={`M${at},${rem * 1.1}V${axis}`} />
      <text
        className={styles['name']}
        x={at}
        y={rem * 0.85}
        dx={isLate ? rem * 0.2 : -rem * 0.2}
        textAnchor={isLate ? 'end' : 'start'}
      >
        {printedName}
      </text>
    </svg>
  );
}
