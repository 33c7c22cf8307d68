/** A dial that never rescales: 1 stands upright, every doubling is the same angle. */

/** The ends are 2 to plus and minus this. */
export const GAUGE_DOUBLINGS = 5;
/** From upright to the last mark, in degrees. */
const SWING = 82;
/** How far beyond the last mark a pinned needle lies. */
const PINNED = 5;

export interface NeedleAt {
  /** Degrees from upright, clockwise. */
  readonly angle: number;
  /** −1 and +1: the value lies beyond that end of the scale. */
  readonly beyond: -1 | 0 | 1;
}

/** The angle of 2 to a power. */
export const markAngle = (doublings: number): number => (doublings / GAUGE_DOUBLINGS) * SWING;

/** Where the needle stands for a factor ≥ 0; 0 and Infinity lie beyond the ends. */
export function needleAt(factor: number): NeedleAt {
  const doublings = Math.log2(factor);
  // Rounding: a factor of 1 or 32 that comes from roots and quotients may be off by an ulp.
  const slack = 1e-9;
  if (doublings > GAUGE_DOUBLINGS + slack) return { angle: SWING + PINNED, beyond: 1 };
  if (doublings < -GAUGE_DOUBLINGS - slack) return { angle: -SWING - PINNED, beyond: -1 };
  return { angle: markAngle(doublings), beyond: 0 };
}

/** A point at this angle and distance from the pivot, as `x,y`. */
export function polar(
  [x, y]: readonly [number, number],
  angle: number,
  distance: number,
): readonly [number, number] {
  const radians = (angle * Math.PI) / 180;
  return [x + distance * Math.sin(radians), y - distance * Math.cos(radians)];
}

/** A part of a ring between two angles. */
export function ringPath(
  pivot: readonly [number, number],
  [from, to]: readonly [number, number],
  [inner, outer]: readonly [number, number],
): string {
  const sweep = to > from ? 1 : 0;
  return [
    `M${polar(pivot, from, outer).join()}`,
    `A${outer},${outer} 0 0,${sweep} ${polar(pivot, to, outer).join()}`,
    `L${polar(pivot, to, inner).join()}`,
    `A${inner},${inner} 0 0,${1 - sweep} ${polar(pivot, from, inner).join()}Z`,
  ].join('');
}
