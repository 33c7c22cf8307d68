import styles from './densities.module.css';

interface DensityRowProps {
  /** Probability density; `null`: nothing is drawn at random. */
  readonly density: ((value: number) => number) | null;
  /** The axis runs from −reach to reach. */
  readonly reach: number;
  /** The highest density of all rows, so that areas can be compared. */
  readonly top: number;
  /** The density is 0 beyond ±limit; `null`: it has no such limit. */
  readonly limit: number | null;
}

const WIDTH = 400;
const HEIGHT = 56;
const POINTS = 200;

/** One probability density on the axis that all rows share. */
export function DensityRow({ density, reach, top, limit }: DensityRowProps) {
  const x = (value: number): number => ((value + reach) / (2 * reach)) * WIDTH;
  // The limits themselves are sampled, so that the sides of a uniform density are vertical.
  const edge = limit === null ? [] : [-limit, -limit + reach * 1e-9, limit - reach * 1e-9, limit];
  const values = [
    ...Array.from({ length: POINTS + 1 }, (_, i) => -reach + (2 * reach * i) / POINTS),
    ...edge,
  ].toSorted((a, b) => a - b);
  const height = (value: number): number =>
    Math.abs(value) === limit ? 0 : ((density?.(value) ?? 0) / top) * (HEIGHT - 4);
  const line = values
    .map((value) => `${x(value).toFixed(2)},${(HEIGHT - height(value)).toFixed(2)}`)
    .join('L');
  return (
    <svg
      className={styles['row']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path className={styles['zero']} d={`M${WIDTH / 2},0V${HEIGHT}`} />
      <path className={styles['area']} d={`M0,${HEIGHT}L${line}L${WIDTH},${HEIGHT}Z`} />
      <path className={styles['ground']} d={`M0,${HEIGHT}H${WIDTH}`} />
    </svg>
  );
}
