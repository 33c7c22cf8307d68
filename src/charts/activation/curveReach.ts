import { shareOutside } from '../../engine/math/shareOutside.ts';
import type { Summary } from '../../engine/types.ts';

/** Possible ends of the axis. They are fixed steps, so the axis does not follow the data. */
const REACHES = [4, 8, 16, 32] as const;
/** Largest share of the values that may lie beyond the end of the axis; a bar at the edge stands for them. */
const BEYOND = 0.005;

/** The end of the axis of z under a curve; the shortest without results. */
export const curveReach = (summary: Summary | null): number =>
  (summary === null
    ? REACHES[0]
    : REACHES.find((reach) => shareOutside(summary.own, reach) <= BEYOND)) ?? REACHES[3];
