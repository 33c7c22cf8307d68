/** Values of a standardized picture, shifted for the `pen` scale: the least is paper (0), the greatest full ink. */
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
