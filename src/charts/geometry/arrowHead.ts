import { pointText } from './points.ts';
import type { Point } from './points.ts';

/** Path of a filled arrowhead of `length` px with its tip at `to`, on a line that comes from `from`. */
export function arrowHead(from: Point, to: Point, length: number): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const far = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / far, dy / far];
  const side = (sign: 1 | -1): string =>
    pointText([to[0] - length * (ux - sign * 0.45 * uy), to[1] - length * (uy + sign * 0.45 * ux)]);
  return `M${pointText(to)}L${side(1)}L${side(-1)}Z`;
}
