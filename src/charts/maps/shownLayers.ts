/** At most `most` of the layers 1 … depth: the first, the last, and others evenly spaced between. */
export function shownLayers(depth: number, most: number): readonly number[] {
  if (depth <= most) return Array.from({ length: depth }, (_, i) => i + 1);
  const count = Math.max(2, most);
  return Array.from({ length: count }, (_, i) => 1 + Math.round((i * (depth - 1)) / (count - 1)));
}
