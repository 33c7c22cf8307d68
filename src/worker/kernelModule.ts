/** The kernels, compiled once for the whole pool. */
import type { Kernels } from '../engine/kernels.ts';
import { bestBuild } from '../kernels/features.ts';
import relaxed from '../kernels/build/kernels.relaxed.wasm?url';
import simd from '../kernels/build/kernels.simd.wasm?url';

export interface KernelModule {
  readonly module: WebAssembly.Module | null;
  readonly build: Kernels['build'];
}

const ADDRESSES = { 'relaxed-simd': relaxed, simd } as const;

/** Falls back to the reference kernels without SIMD, or if the file cannot be loaded. */
export async function loadKernelModule(): Promise<KernelModule> {
  const build = bestBuild();
  if (build === 'reference') return { module: null, build };
  try {
    const response = await fetch(ADDRESSES[build]);
    return { module: await WebAssembly.compile(await response.arrayBuffer()), build };
  } catch {
    return { module: null, build: 'reference' };
  }
}
