/** A lane's share of right answers as a track that fills with colour while it learns. */

export interface TrackRun {
  readonly steps: readonly number[];
  /** Share of right answers at each of `steps`. */
  readonly shares: readonly number[];
}

export interface TrackCells {
  /** From guessing, 0, to all right, 1. */
  readonly depth: number;
  /** Stretches of steps of this depth. */
  readonly cells: readonly (readonly [from: number, to: number])[];
}

/** Depths that are told apart. */
const LEVELS = 20;

/** How far a share is on the way from guessing to all right; worse than guessing is guessing. */
export const trackDepth = (share: number, chance: number): number =>
  Math.max(0, Math.min(1, (share - chance) / (1 - chance)));

/**
 * Cells of a track by depth, one per recorded step, up to `end`; equal neighbours are one. Empty cells are left
 * out.
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
