/** Where dots lie that have fallen onto a line: each on those that were there before. */
export interface Fallen {
  /** Px along the line. */
  readonly x: number;
  /** How many lie under it. */
  readonly level: number;
}

/** Dots pile up in columns one `diameter` wide; along the line each keeps its own place. */
export function dotPile(xs: readonly number[], diameter: number): readonly Fallen[] {
  const heights = new Map<number, number>();
  return xs.map((x) => {
    const column = Math.floor(x / diameter);
    const level = heights.get(column) ?? 0;
    heights.set(column, level + 1);
    return { x, level };
  });
}
