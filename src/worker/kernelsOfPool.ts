import { earlyKernels } from './earlyThread.ts';
import type { KernelModule } from './kernelModule.ts';
import { loadKernelModule } from './kernelModule.ts';

/** How long an early thread may take to load the kernels once the program is there, in ms. */
const PATIENCE_MS = 1000;

/** The kernels that the early thread has loaded, or else loads them. */
export async function kernelsOfPool(): Promise<KernelModule> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return (await Promise.race([earlyKernels(), late])) ?? loadKernelModule();
}
