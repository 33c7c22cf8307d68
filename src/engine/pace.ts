/** Amount of work between two pauses: about 10 ms on the slowest supported machine. */
import type { ElementType, Kernels } from './kernels.ts';

export interface Tick {
  readonly type: 'tick';
  /** Whether nothing can be done until a message arrives. */
  readonly waits?: true;
}
/** A point where the caller may handle messages or abandon the run. */
export const TICK: Tick = { type: 'tick' };
/** A point where the caller has to wait for a message of the thread that shares the run. */
export const WAIT: Tick = { type: 'tick', waits: true };

interface Pace {
  readonly flops: number;
  readonly elements: number;
}

const PACES = {
  reference: { flops: 8e6, elements: 2 ** 17 },
  simd: { flops: 1e8, elements: 2 ** 21 },
  'relaxed-simd': { flops: 2e8, elements: 2 ** 21 },
} as const satisfies Record<Kernels['build'], Pace>;

/** Runs a generator to its end without pauses and returns its result. */
export function finish<T>(run: Iterator<unknown, T, void>): T {
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value;
}

/** A function to call after each piece of work with its flops; it returns whether to pause now. */
export function createPace(build: Kernels['build']): (flops: number) => boolean {
  let since = 0;
  return (flops) => {
    since += flops;
    if (since < PACES[build].flops) return false;
    since = 0;
    return true;
  };
}

/** Whether all of a piece of work falls between two pauses. */
export const isShort = (build: Kernels['build'], flops: number): boolean =>
  flops < PACES[build].flops;

/** `finish` for work that also waits for something. */
export async function finishAsync<T>(run: AsyncIterator<unknown, T, void>): Promise<T> {
  for (let step = await run.next(); ; step = await run.next()) {
    if (step.done === true) return step.value;
  }
}

/**
 * Rows of a product per slice; a multiple of 48 if more than that, so that no tile of the
 * fast kernels (4 or 6 rows) is cut.
 */
export function rowsPerSlice(build: Kernels['build'], flopsPerRow: number): number {
  const rows = Math.max(1, Math.floor(PACES[build].flops / flopsPerRow));
  return rows > 48 ? rows - (rows % 48) : rows;
}

/**
 * Draws or function values per slice; a multiple of 8, as the random streams require. The fast builds
 * use the reference implementation for float64.
 */
export const elementsPerSlice = (build: Kernels['build'], type: ElementType): number =>
  PACES[type === 'f64' ? 'reference' : build].elements;
