/** The common form of the labelled data sets, and arithmetic they share. */

/** `values` is `[count × features]`, row-major, standardized; `labels` are 0 … classes − 1. */
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

/** `[count × 2]`: each coordinate shifted and scaled to mean 0 and population variance 1; a constant one becomes 0. */
export function standardize(points: readonly Point[]): Float32Array<ArrayBuffer> {
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

/** Shares of the classes where each but the last is `imbalance` times as frequent as the last one. */
export function classShares(classes: number, imbalance: number): readonly number[] {
  const all = 1 + imbalance * (classes - 1);
  return Array.from({ length: classes }, (_, c) => (c === classes - 1 ? 1 : imbalance) / all);
}

/** The class of a uniform draw on [0, 1), with those shares. */
export const classOf = (draw: number, classes: number, imbalance: number): number =>
  Math.min(classes - 1, Math.floor((draw * (1 + imbalance * (classes - 1))) / imbalance));

/** The class of example `i` when the classes alternate, with those shares. */
export function classAt(i: number, classes: number, imbalance: number): number {
  if (imbalance === 1 || classes === 1) return i % classes;
  const each = 1 + imbalance * (classes - 1);
  const rare = Math.floor(i / each);
  if (Math.floor((i + 1) / each) > rare) return classes - 1;
  return (i - rare) % (classes - 1);
}

/** Keeps every `imbalance`-th example of the last class, starting with its first, and all other examples. */
export function thinLastClass(set: Examples, imbalance: number): Examples {
  if (imbalance === 1) return set;
  const last = set.classes - 1;
  let seen = 0;
  const rows: number[] = [];
  set.labels.forEach((label, row) => {
    const kept = label !== last || seen % imbalance < 1;
    if (label === last) seen += 1;
    if (kept) rows.push(row);
  });
  return pick(set, rows);
}

/** The examples at `indices`, in that order. */
export function pick(set: Examples, indices: readonly number[]): Examples {
  const values = new Float32Array(indices.length * set.features);
  indices.forEach((index, row) => {
    const from = index * set.features;
    values.set(set.values.subarray(from, from + set.features), row * set.features);
  });
  const labels = Uint8Array.from(indices, (index) => set.labels[index] ?? 0);
  return { ...set, count: indices.length, values, labels };
}
