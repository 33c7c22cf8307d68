/** The order of a run's checkpoints, by their names or by when they were written. */

export const CHECKPOINT_ORDERS = ['name', 'time'] as const;
export type CheckpointOrder = (typeof CHECKPOINT_ORDERS)[number];

export interface DatedName {
  readonly name: string;
  /** Milliseconds since 1970, as in `File.lastModified`. */
  readonly lastModified: number;
}

/** Most checkpoints compared; of more, some are left out between the first and the last. */
export const MAX_CHECKPOINTS = 12;

const START = /(?:^|[^a-z])(?:init\w*|start|fresh|before|untrained|scratch)(?:[^a-z]|$)/i;
const END = /(?:^|[^a-z])(?:final|last|end|after|trained|best|done)(?:[^a-z]|$)/i;

const rankOf = (name: string): number => (START.test(name) ? 0 : END.test(name) ? 2 : 1);

/** Whether the names give an order: each holds a number, or a word for beginning or end. */
export const namesTell = (files: readonly DatedName[]): boolean =>
  files.every(({ name }) => /\d/.test(name.replace(/\.\w+$/, '')) || rankOf(name) !== 1);

/** `epoch_2` before `epoch_10`, `init` before both, `final` after them. */
export function inOrder<T extends DatedName>(
  files: readonly T[],
  order: CheckpointOrder,
): readonly T[] {
  // Not when the module is loaded: making it takes 15 ms.
  const byNumber = new Intl.Collator('en', { numeric: true });
  return files.toSorted((a, b) => {
    const name = rankOf(a.name) - rankOf(b.name) || byNumber.compare(a.name, b.name);
    return order === 'name' ? name : a.lastModified - b.lastModified || name;
  });
}

/** At most MAX_CHECKPOINTS, evenly spaced, with the first and the last. */
export function thinned<T>(all: readonly T[]): readonly T[] {
  if (all.length <= MAX_CHECKPOINTS) return all;
  const step = (all.length - 1) / (MAX_CHECKPOINTS - 1);
  return Array.from({ length: MAX_CHECKPOINTS }, (_, i) => all[Math.round(i * step)]).filter(
    (each) => each !== undefined,
  );
}
