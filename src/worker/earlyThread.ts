/** The thread that a script in the built page offers (scripts/earlyThread.ts), and starts with the first paint. */
import type { KernelModule } from './kernelModule.ts';

interface EarlyThread {
  readonly worker: Worker;
  /** `null` if the thread has failed. */
  readonly kernels: Promise<KernelModule | null>;
}

interface Offer {
  /** The thread, started at the latest now; `null` if none may start. */
  readonly start: () => EarlyThread | null;
}

const started = (): EarlyThread | null =>
  (Reflect.get(globalThis, 'earlyThread') as Offer | undefined)?.start() ?? null;

/** The thread, for whoever asks first; `null` where there is none, or it has failed. */
export function takeEarlyThread(): Worker | null {
  const thread = started();
  Reflect.deleteProperty(globalThis, 'earlyThread');
  return thread?.worker ?? null;
}

/** The kernels it has loaded; `null` if there are none. */
export const earlyKernels = async (): Promise<KernelModule | null> =>
  (await started()?.kernels) ?? null;
