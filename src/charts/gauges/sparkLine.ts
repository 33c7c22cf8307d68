/** A small line on a log axis that is the same for all of them. */

/** The axis ends at ten to plus and minus this. */
export const SPARK_DECADES = 3;

export interface SparkPoint {
  /** Counted from 0. */
  readonly index: number;
  /** Decades from 1, never beyond the axis. */
  readonly decades: number;
  /** −1 and +1: the value lies beyond that end of the axis. */
  readonly beyond: -1 | 0 | 1;
}

/** The points in the order given; a line stops where it first leaves the axis. Not a number is left out. */
export function sparkPoints(
  values: readonly number[],
  direction: 'forward' | 'backward',
): readonly SparkPoint[] {
  const all = values.map((value, index): SparkPoint => {
    const decades = Math.log10(value);
    const beyond = decades > SPARK_DECADES ? 1 : decades < -SPARK_DECADES ? -1 : 0;
    return { index, decades: beyond === 0 ? decades : beyond * SPARK_DECADES, beyond };
  });
  const walk = (direction === 'forward' ? all : all.toReversed()).filter(
    ({ decades }) => !Number.isNaN(decades),
  );
  const left = walk.findIndex(({ beyond }) => beyond !== 0);
  return left < 0 ? walk : walk.slice(0, left + 1);
}
