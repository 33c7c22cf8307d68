/** Convex shapes as signed distance functions, and their antialiased coverage of a pixel grid. */
import type { Point } from './examples.ts';

export const SHAPE_KINDS = ['triangle', 'parallelogram', 'ellipse'] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** Position and size in pixels; `skew` and `aspect`, in [0, 1], are parameters of the shape. */
export interface Placement {
  readonly centre: Point;
  /** Radius of a circle that contains the shape. */
  readonly radius: number;
  readonly angle: number;
  readonly aspect: number;
  readonly skew: number;
}

/** Distance to the outline in pixels (negative inside), in coordinates relative to the shape's centre and angle. */
type Distance = (x: number, y: number) => number;

/** The largest distance to the lines through the edges: exact, except outside near a corner. */
function polygon(corners: readonly Point[]): Distance {
  const edges = corners.map((a, i) => {
    const b = corners[(i + 1) % corners.length] ?? a;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const nx = (b.y - a.y) / length;
    const ny = (a.x - b.x) / length;
    return { nx, ny, offset: nx * a.x + ny * a.y };
  });
  return (x, y) => {
    let most = -Infinity;
    for (const { nx, ny, offset } of edges) most = Math.max(most, nx * x + ny * y - offset);
    return most;
  };
}

/** First-order distance `(k − 1) k / |∇|`, k = |p / radii|: accurate to a few percent of a pixel at the outline. */
function ellipse(rx: number, ry: number): Distance {
  return (x, y) => {
    const k = Math.hypot(x / rx, y / ry);
    const slope = Math.hypot(x / (rx * rx), y / (ry * ry));
    return slope === 0 ? -Math.min(rx, ry) : (k * (k - 1)) / slope;
  };
}

const onCircle = (radius: number, angle: number): Point => ({
  x: radius * Math.cos(angle),
  y: radius * Math.sin(angle),
});

const DISTANCES = {
  /** Corners on the circle, neighbours at least 75° of arc apart. */
  triangle: ({ radius, aspect, skew }) => {
    const first = (75 + 105 * aspect) * (Math.PI / 180);
    const second = first + (75 + (210 - 105 * aspect - 75) * skew) * (Math.PI / 180);
    return polygon([0, first, second].map((angle) => onCircle(radius, angle)));
  },
  parallelogram: ({ radius, aspect, skew }) => {
    const half = (Math.PI / 180) * (25 + 20 * aspect);
    const corner = onCircle(radius, half);
    const other = onCircle(radius * (0.6 + 0.4 * skew), Math.PI - half);
    const opposite = (p: Point): Point => ({ x: -p.x, y: -p.y });
    return polygon([corner, other, opposite(corner), opposite(other)]);
  },
  ellipse: ({ radius, aspect }) => ellipse(radius, radius * (0.4 + 0.6 * aspect)),
} satisfies Record<ShapeKind, (placement: Placement) => Distance>;

/**
 * Writes into `coverage [size × size]` the share of each pixel that the shape covers: `clamp(½ − distance)`
 * at the pixel's centre.
 */
export function cover(
  kind: ShapeKind,
  placement: Placement,
  size: number,
  coverage: Float32Array,
): void {
  const distance = DISTANCES[kind](placement);
  const { centre, angle } = placement;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  for (let row = 0; row < size; row += 1) {
    const dy = row + 0.5 - centre.y;
    for (let col = 0; col < size; col += 1) {
      const dx = col + 0.5 - centre.x;
      const d = distance(cos * dx + sin * dy, cos * dy - sin * dx);
      coverage[row * size + col] = Math.min(1, Math.max(0, 0.5 - d));
    }
  }
}
