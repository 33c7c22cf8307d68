/** How much work fits between two pauses: about 10 ms on the slowest machine we care for. */
import type { ElementType, Kernels } from './kernels.ts';

export interface Tick {
  readonly type: 'tick';
}
/** A place where the caller may look for messages, or abandon the run. */
export const TICK: Tick = { type: 'tick' };

interface Pace {
  readonly flops: number;
  readonly elements: number;
}

const PACES = {
  reference: { flops: 8e6, elements: 2 ** 17 },
  simd: { flops: 1e8, elements: 2 ** 21 },
  'relaxed-simd': { flops: 2e8, elements: 2 ** 21 },
} as const satisfies Record<Kernels['build'], Pace>;

/** Runs to the end without a pause. */
export function finish<T>(run: Iterator<unknown, T, void>): T {
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value;
}

/** Whether it is time for a pause, asked after every piece of work with what the piece took. */
export function createPace(build: Kernels['build']): (flops: number) => boolean {
  let since = 0;
  return (flops) => {
    since += flops;
    if (since < PACES[build].flops) return false;
    since = 0;
    return true;
  };
}

/** Rows of a product with `flopsPerRow` each; a multiple of 48 if it can be, so that no tile of the fast kernels (4 rows) is cut. */
export function rowsPerSlice(build: Kernels['build'], flopsPerRow: number): number {
  const rows = Math.max(1, Math.floor(PACES[build].flops / flopsPerRow));
  return rows > 48 ? rows - (rows % 48) : rows;
}

/**
 * Draws or function values at a time; a multiple of 8, as the random streams want it. The fast builds
 * leave float64 to the reference.
 */
export const elementsPerSlice = (build: Kernels['build'], type: ElementType): number =>
  PACES[type === 'f64' ? 'reference' : build].elements;
