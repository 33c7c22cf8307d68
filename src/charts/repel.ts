/**
 * Moves wanted positions apart until neighbours are `gap` away, as little as possible and inside
 * `[lo, hi]` as long as they fit: groups of touching labels settle around their mean.
 */
export function repel(wanted: readonly number[], gap: number, lo: number, hi: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const groups: { sum: number; members: number[] }[] = [];
  const centre = (group: { sum: number; members: number[] }): number => {
    const half = ((group.members.length - 1) * gap) / 2;
    const mean = group.sum / group.members.length;
    return Math.max(lo + half, Math.min(hi - half, mean));
  };
  for (const index of order) {
    groups.push({ sum: wanted[index] ?? 0, members: [index] });
    for (let last = groups.at(-1), before = groups.at(-2); last && before;) {
      const room = ((last.members.length + before.members.length) * gap) / 2;
      if (centre(last) - centre(before) >= room - 1e-6) break;
      groups.splice(-2, 2, {
        sum: before.sum + last.sum,
        members: [...before.members, ...last.members],
      });
      last = groups.at(-1);
      before = groups.at(-2);
    }
  }
  const placed = wanted.map(() => 0);
  for (const group of groups) {
    const first = centre(group) - ((group.members.length - 1) * gap) / 2;
    group.members.forEach((index, k) => {
      placed[index] = first + k * gap;
    });
  }
  return placed;
}
