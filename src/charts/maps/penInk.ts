/** Standardised pictures as strokes on paper: the least value is the paper, the greatest full ink. */
export interface PenInk {
  readonly values: Float32Array;
  readonly limit: number;
}

export function penInk(values: ArrayLike<number>): PenInk {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i += 1) {
    least = Math.min(least, values[i] ?? 0);
    most = Math.max(most, values[i] ?? 0);
  }
  return { values: Float32Array.from(values, (value) => value - least), limit: most - least };
}
