/** Builds the whole lab as one HTML file, dist-single/init-lab.html, that opens from disk without a server. */
import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildKernels } from './build-kernels.mjs';

/** Small enough to send by e-mail. */
const MAX_BYTES = 2_000_000;

const folder = fileURLToPath(new URL('../dist-single', import.meta.url));
await buildKernels();
await build({ mode: 'single', logLevel: 'warn' });
const file = join(folder, 'init-lab.html');
renameSync(join(folder, 'index.html'), file);
const { size } = statSync(file);
console.log(`${file}: ${Math.round(size / 1000)} kB`);
if (size > MAX_BYTES) {
  console.error(`more than ${MAX_BYTES / 1e6} MB`);
  process.exit(1);
}
