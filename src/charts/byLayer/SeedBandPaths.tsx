import { areaPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import styles from '../frame/chart.module.css';

type Values = readonly (number | null | undefined)[];

interface SeedBandPathsProps {
  readonly seedBand: { readonly low: Values; readonly median: Values; readonly high: Values };
  readonly points: (values: Values) => readonly (Point | null)[];
}

/** The results of many seeds in each layer: the band between two quantiles, and the median. */
export function SeedBandPaths({ seedBand: { low, median, high }, points }: SeedBandPathsProps) {
  return (
    <>
      <path className={styles['seedBand']} d={areaPath(points(low), points(high))} />
      <path className={styles['median']} d={linePath(points(median))} />
    </>
  );
}
