/** Turns a lane's share of right answers into a track that fills with colour while it learns. */

export interface TrackRun {
  readonly steps: readonly number[];
  /** Share of right answers at each of `steps`. */
  readonly shares: readonly number[];
}

export interface TrackCells {
  /** From 0 (guessing) to 1 (all answers right). */
  readonly depth: number;
  /** Ranges of steps with this depth. */
  readonly cells: readonly (readonly [from: number, to: number])[];
}

/** Number of distinct depths. */
const LEVELS = 20;

/** Maps a share from [chance, 1] to a depth in [0, 1]; shares below chance give 0. */
export const trackDepth = (share: number, chance: number): number =>
  Math.max(0, Math.min(1, (share - chance) / (1 - chance)));

/**
 * Cells of a track grouped by depth, one per recorded step, up to `end`; equal neighbours are merged. Empty cells are
 * left out.
 */
export function trackCells(
  { steps, shares }: TrackRun,
  chance: number,
  end: number,
): readonly TrackCells[] {
  const byLevel = new Map<number, [number, number][]>();
  shares.forEach((share, i) => {
    const from = steps[i];
    if (from === undefined || !Number.isFinite(share)) return;
    const to = Math.min(steps[i + 1] ?? end, end);
    const level = Math.round(trackDepth(share, chance) * LEVELS);
    if (level === 0 || to <= from) return;
    const cells = byLevel.get(level) ?? [];
    byLevel.set(level, cells);
    const last = cells.at(-1);
    if (last?.[1] === from) last[1] = to;
    else cells.push([from, to]);
  });
  return Array.from(byLevel, ([level, cells]) => ({ depth: level / LEVELS, cells }));
}
