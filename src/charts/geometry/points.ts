/** Paths through points in px; a point of null is a gap. */
export type Point = readonly [x: number, y: number];

const fixed = (px: number): string => String(Math.round(px * 10) / 10);
export const pointText = ([x, y]: Point): string => `${fixed(x)},${fixed(y)}`;

/** A line through the points, broken where one is missing. */
export function linePath(points: readonly (Point | null)[]): string {
  return points
    .map((point, i) => (point === null ? '' : `${points[i - 1] ? 'L' : 'M'}${pointText(point)}`))
    .join('');
}

/** Zero-length strokes: with round caps, a single path draws all the dots of a lane. */
export const dotPath = (points: readonly (Point | null)[]): string =>
  points.map((point) => (point === null ? '' : `M${pointText(point)}h0`)).join('');

/** The area between two lines, broken where either is missing. */
export function areaPath(low: readonly (Point | null)[], high: readonly (Point | null)[]): string {
  const parts: string[] = [];
  let run: (readonly [low: Point, high: Point])[] = [];
  const close = (): void => {
    if (run.length > 1) {
      const there = run.map(([point]) => pointText(point));
      const back = run.map(([, point]) => pointText(point)).toReversed();
      parts.push(`M${[...there, ...back].join('L')}Z`);
    }
    run = [];
  };
  low.forEach((point, i) => {
    const other = high[i] ?? null;
    if (point === null || other === null) close();
    else run.push([point, other]);
  });
  close();
  return parts.join('');
}
