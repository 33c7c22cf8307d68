import styles from '../frame/chart.module.css';

interface ShareColumnProps {
  /** Middle, top and bottom of the column, in px; the top is 100 %. */
  readonly x: number;
  readonly top: number;
  readonly foot: number;
  readonly width: number;
  /** Stacked from the bottom. */
  readonly shares: readonly { readonly mark: string; readonly share: number }[];
}

/** Columns beside the plot, in rem from it: exact zeros at the left, values beyond the axis at the right. */
export const COLUMN = { left: 4.6, right: 1.5, width: 1.1 } as const;

const QUARTERS = [0.25, 0.5, 0.75] as const;

/** Shares of a whole, drawn beside a plot on a separate scale: the full frame is 100 %. */
export function ShareColumn({ x, top, foot, width, shares }: ShareColumnProps) {
  const height = foot - top;
  const left = x - width / 2;
  const bars = shares.map(({ mark, share }, i) => {
    const under = shares.slice(0, i).reduce((sum, each) => sum + each.share, 0);
    return { mark, y: foot - (under + share) * height, height: share * height };
  });
  return (
    <g className={styles['column']}>
      {bars.map((bar) => (
        <rect
          key={bar.mark}
          data-mark={bar.mark}
          x={left}
          y={bar.y}
          width={width}
          height={Math.max(bar.height > 0 ? 1 : 0, bar.height)}
        />
      ))}
      <path
        d={`M${left},${top}h${width}v${height}h${-width}Z${QUARTERS.map(
          (part) => `M${left},${foot - part * height}h${width * 0.3}`,
        ).join('')}`}
      />
    </g>
  );
}
