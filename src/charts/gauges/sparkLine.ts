/** The line of a sparkline, on a log axis that is the same for all sparklines. */

/** The axis ends at 10 to the power of plus and minus this. */
export const SPARK_DECADES = 3;

export interface SparkPoint {
  /** Counted from 0. */
  readonly index: number;
  /** log10 of the value, clipped to the axis. */
  readonly decades: number;
  /** −1 and +1: the value lies beyond that end of the axis. */
  readonly beyond: -1 | 0 | 1;
}

/** Points in the order of the pass, and the layers whose value is exactly zero, which have a separate row. */
export interface SparkLine {
  readonly points: readonly SparkPoint[];
  readonly zeros: readonly number[];
}

/**
 * The line stops where it first leaves the axis or becomes zero; after that only a run of zeros is continued along its
 * row. NaN is left out.
 */
export function sparkLine(values: readonly number[], direction: 'forward' | 'backward'): SparkLine {
  const all = values.map((value, index): SparkPoint => {
    const decades = Math.log10(value);
    const beyond = decades > SPARK_DECADES ? 1 : decades < -SPARK_DECADES ? -1 : 0;
    return { index, decades: beyond === 0 ? decades : beyond * SPARK_DECADES, beyond };
  });
  const walk = (direction === 'forward' ? all : all.toReversed()).filter(
    ({ decades }) => !Number.isNaN(decades),
  );
  const isZero = ({ index }: SparkPoint): boolean => values[index] === 0;
  const left = walk.findIndex((point) => point.beyond !== 0 || isZero(point));
  const first = walk[left];
  if (first === undefined) return { points: walk, zeros: [] };
  const ends = isZero(first);
  return {
    points: walk.slice(0, ends ? left : left + 1),
    zeros: ends
      ? walk
          .slice(left)
          .filter(isZero)
          .map(({ index }) => index)
      : [],
  };
}
