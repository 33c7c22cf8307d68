/** What every labelled data set gives, and the arithmetic they share. */

/** `values` is `[count × features]`, row-major, standardised; `labels` are 0 … classes − 1. */
export interface Examples {
  readonly count: number;
  readonly features: number;
  readonly classes: number;
  readonly values: Float32Array<ArrayBuffer>;
  readonly labels: Uint8Array<ArrayBuffer>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Each coordinate to mean 0 and (population) variance 1. A constant coordinate becomes 0. */
export function standardise(points: readonly Point[]): Float32Array<ArrayBuffer> {
  const values = new Float32Array(points.length * 2);
  [points.map((p) => p.x), points.map((p) => p.y)].forEach((column, c) => {
    const mean = column.reduce((sum, v) => sum + v, 0) / column.length;
    const variance = column.reduce((sum, v) => sum + (v - mean) ** 2, 0) / column.length;
    const scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
    column.forEach((v, row) => {
      values[2 * row + c] = (v - mean) * scale;
    });
  });
  return values;
}
