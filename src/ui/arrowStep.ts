const STEPS: Readonly<Record<string, readonly [rows: number, cols: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Where an arrow key leads in rows and columns; `null` for every other key. Plots run from left to right
 * in every page, so left is always one column less.
 */
export const arrowStep = (key: string): readonly [rows: number, cols: number] | null =>
  STEPS[key] ?? null;
