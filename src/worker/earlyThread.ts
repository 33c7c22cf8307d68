/** The thread that the built page's first script starts (scripts/earlyThread.ts), while the program is loading. */
import type { KernelModule } from './kernelModule.ts';

interface EarlyThread {
  readonly worker: Worker;
  /** `null` if the thread has failed. */
  readonly kernels: Promise<KernelModule | null>;
}

const there = (): EarlyThread | undefined =>
  Reflect.get(globalThis, 'earlyThread') as EarlyThread | undefined;

/** The thread, for whoever asks first; `null` where there is none, or it has failed. */
export function takeEarlyThread(): Worker | null {
  const worker = there()?.worker ?? null;
  Reflect.deleteProperty(globalThis, 'earlyThread');
  return worker;
}

/** The kernels it has loaded; `null` if there are none. */
export const earlyKernels = async (): Promise<KernelModule | null> =>
  (await there()?.kernels) ?? null;
