const STEPS: Readonly<Record<string, readonly [rows: number, cols: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The step of an arrow key in a grid; `null` for other keys. Plots run from left to right on every page, so left
 * is always one column less.
 */
export const arrowStep = (key: string): readonly [rows: number, cols: number] | null =>
  STEPS[key] ?? null;
