/** A dial with a fixed scale: 1 points straight up, and each doubling is the same angle. */

/** The scale ends at 2 to the power of plus and minus this. */
export const GAUGE_DOUBLINGS = 5;
/** Angle from upright to the last mark, in degrees. */
const SWING = 82;
/** Angle beyond the last mark of a needle off the scale, in degrees. */
const PINNED = 5;

export interface NeedleAt {
  /** Degrees from upright, clockwise. */
  readonly angle: number;
  /** −1 and +1: the value lies beyond that end of the scale. */
  readonly beyond: -1 | 0 | 1;
}

/** The angle of the mark at 2^doublings, in degrees from upright. */
export const markAngle = (doublings: number): number => (doublings / GAUGE_DOUBLINGS) * SWING;

/** Position of the needle for a factor ≥ 0; 0 and Infinity lie beyond the ends. */
export function needleAt(factor: number): NeedleAt {
  const doublings = Math.log2(factor);
  // A factor of 1 or 32 that was computed with roots and quotients may be off by an ulp.
  const slack = 1e-9;
  if (doublings > GAUGE_DOUBLINGS + slack) return { angle: SWING + PINNED, beyond: 1 };
  if (doublings < -GAUGE_DOUBLINGS - slack) return { angle: -SWING - PINNED, beyond: -1 };
  return { angle: markAngle(doublings), beyond: 0 };
}

/** The point at this angle (in degrees from upright) and distance from the pivot, in px. */
export function polar(
  [x, y]: readonly [number, number],
  angle: number,
  distance: number,
): readonly [number, number] {
  const radians = (angle * Math.PI) / 180;
  return [x + distance * Math.sin(radians), y - distance * Math.cos(radians)];
}

/** Path of the part of a ring between two angles, in degrees from upright. */
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
