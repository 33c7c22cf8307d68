import type { Kernels } from '../src/engine/kernels.ts';

export function createKernels(build?: Kernels['build']): Promise<Kernels>;
