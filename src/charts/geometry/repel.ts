/**
 * Moves boxes with the given centres apart, as little as possible, until they do not overlap; inside `[lo, hi]` if they
 * fit. Groups of touching boxes settle around their mean.
 */
export function repel(
  wanted: readonly number[],
  heights: readonly number[],
  lo: number,
  hi: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  // `sum` adds up, over the members stacked below each other, the top of the group that suits each one best.
  interface Group {
    readonly sum: number;
    readonly height: number;
    readonly members: readonly number[];
  }
  const groups: Group[] = [];
  const top = ({ sum, height, members }: Group): number =>
    Math.max(lo, Math.min(hi - height, sum / members.length));
  for (const index of order) {
    const height = heights[index] ?? 0;
    groups.push({ sum: (wanted[index] ?? 0) - height / 2, height, members: [index] });
    for (let last = groups.at(-1), before = groups.at(-2); last && before;) {
      if (top(last) - top(before) >= before.height - 1e-6) break;
      groups.splice(-2, 2, {
        sum: before.sum + last.sum - before.height * last.members.length,
        height: before.height + last.height,
        members: [...before.members, ...last.members],
      });
      last = groups.at(-1);
      before = groups.at(-2);
    }
  }
  const placed = wanted.map(() => 0);
  for (const group of groups) {
    let y = top(group);
    for (const index of group.members) {
      const height = heights[index] ?? 0;
      placed[index] = y + height / 2;
      y += height;
    }
  }
  return placed;
}
