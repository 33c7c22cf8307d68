/** Compiles the AssemblyScript kernels into two wasm builds if their sources have changed. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src/kernels/assembly');
const build = join(root, 'src/kernels/build');
const stamp = join(build, 'stamp');

const BUILDS = [
  { name: 'simd', features: ['--enable', 'simd'] },
  { name: 'relaxed', features: ['--enable', 'simd', '--enable', 'relaxed-simd'] },
];

/** A hash of the sources and the compiler's version, on which the binaries depend. */
function fingerprint() {
  const hash = createHash('sha256');
  const require = createRequire(import.meta.url);
  hash.update(readFileSync(require.resolve('assemblyscript/package.json')));
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  const names = readdirSync(source, { recursive: true }).filter((name) =>
    /\.(ts|json)$/.test(name),
  );
  for (const name of names.sort((a, b) => (a < b ? -1 : 1)))
    hash.update(name).update(readFileSync(join(source, name)));
  return hash.digest('hex');
}

export async function buildKernels({ force = false } = {}) {
  if (!existsSync(join(source, 'index.ts'))) {
    console.error('There are no kernels to build: src/kernels/assembly/index.ts is missing.');
    return;
  }
  const now = fingerprint();
  const built = BUILDS.every(({ name }) => existsSync(join(build, `kernels.${name}.wasm`)));
  if (!force && built && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  mkdirSync(build, { recursive: true });
  const require = createRequire(import.meta.url);
  const folder = require.resolve('assemblyscript/package.json').replace(/package\.json$/, '');
  const asc = await import(pathToFileURL(join(folder, 'dist/asc.js')).href);
  for (const { name, features } of BUILDS) {
    const file = `kernels.${name}.wasm`;
    const out = `src/kernels/build/${process.pid}.${file}`;
    const entry = 'src/kernels/assembly/index.ts';
    const options = ['--runtime', 'stub', '--optimizeLevel', '3', '--shrinkLevel', '0'];
    const rest = ['--converge', '--noAssert', '--outFile', out, '--baseDir', root];
    const { error, stderr } = await asc.main([entry, ...options, ...rest, ...features]);
    if (error) throw new Error(`${file}: ${error.message}\n${stderr.toString()}`);
    // Written elsewhere, then renamed, so that a running server never serves an incomplete file.
    renameSync(join(root, out), join(build, file));
  }
  writeFileSync(stamp, now);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildKernels({ force: process.argv.includes('--force') });
}
