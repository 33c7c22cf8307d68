/** Position of a dot in a pile on a line: each dot lies on the earlier ones of its column. */
export interface Fallen {
  /** Px along the line. */
  readonly x: number;
  /** How many dots lie under it. */
  readonly level: number;
}

/** Dots pile up in columns one `diameter` (px) wide; each keeps its exact x. */
export function dotPile(xs: readonly number[], diameter: number): readonly Fallen[] {
  const heights = new Map<number, number>();
  return xs.map((x) => {
    const column = Math.floor(x / diameter);
    const level = heights.get(column) ?? 0;
    heights.set(column, level + 1);
    return { x, level };
  });
}
