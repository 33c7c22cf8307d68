/** The kernels for a Node script: the fastest build that this machine supports, or a given one. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildKernels } from './build-kernels.mjs';
import { importTs } from './run-ts.mjs';

const FILES = { simd: 'kernels.simd.wasm', 'relaxed-simd': 'kernels.relaxed.wasm' };
const root = fileURLToPath(new URL('..', import.meta.url));

/** `build`: `reference`, `simd` or `relaxed-simd`; by default the fastest supported one. */
export async function createKernels(build) {
  const { bestBuild } = await importTs('src/kernels/features.ts');
  const chosen = build ?? bestBuild();
  if (chosen === 'reference') {
    const { createReference } = await importTs('src/kernels/reference.ts');
    return createReference();
  }
  if (!(chosen in FILES))
    throw new Error(`no kernels called ${chosen}; there are ${Object.keys(FILES).join(', ')}`);
  await buildKernels();
  const bytes = await readFile(`${root}src/kernels/build/${FILES[chosen]}`);
  const { instantiate } = await importTs('src/kernels/wasm.ts');
  return instantiate(await WebAssembly.compile(bytes), chosen);
}
