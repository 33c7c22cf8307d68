/**
 * `node bench/kernels.mjs [--browser] [--only text] [simd relaxed-simd reference]`: a table of speeds, one
 * column per build, in Node or in Chromium. Reports the fastest of many repeats, which other work disturbs least.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildKernels } from '../scripts/build-kernels.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'boolean' }, only: { type: 'string', default: '' } },
});
const builds = positionals.length > 0 ? positionals : ['simd', 'relaxed-simd'];

/** Node 20 needs this flag for relaxed SIMD. */
const FLAG = '--experimental-wasm-relaxed-simd';
if (
  !values.browser &&
  process.versions.node.startsWith('20.') &&
  !process.execArgv.includes(FLAG)
) {
  const again = [FLAG, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, again, { stdio: 'inherit' }).status ?? 1);
}

async function inNode(build) {
  const { createKernels } = await import('../scripts/kernels.mjs');
  const { importTs } = await import('../scripts/run-ts.mjs');
  const { benchKernels } = await importTs('bench/kernels.ts');
  return [...benchKernels(await createKernels(build), values.only)];
}

/** Runs the same files in a page of a development server. */
async function inBrowser() {
  const { createServer } = await import('vite');
  const { launchBrowser } = await import('../scripts/browser.mjs');
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: {
      port: 0,
      hmr: false,
      watch: null,
      // The clock resolution is 5 µs in cross-origin isolated pages, 100 µs in others.
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
  });
  await server.listen();
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const { port } = server.httpServer.address();
  await page.goto(`http://localhost:${port}/LICENSE`);
  const run = (build) =>
    page.evaluate(
      async ([build, only]) => {
        const { benchKernels } = await import('/bench/kernels.ts');
        const { createReference } = await import('/src/kernels/reference.ts');
        const { instantiate } = await import('/src/kernels/wasm.ts');
        if (build === 'reference') return [...benchKernels(createReference(), only)];
        const name = build === 'simd' ? 'simd' : 'relaxed';
        const source = await fetch(`/src/kernels/build/kernels.${name}.wasm`);
        const module = await WebAssembly.compile(await source.arrayBuffer());
        return [...benchKernels(instantiate(module, build), only)];
      },
      [build, values.only],
    );
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { run, close };
}

await buildKernels();
const browser = values.browser ? await inBrowser() : null;
const columns = [];
for (const build of builds)
  columns.push(await (browser === null ? inNode(build) : browser.run(build)));
await browser?.close();

console.log(['', ...builds].map((text) => text.padEnd(28)).join(''));
for (const [index, { name, unit }] of columns[0].entries()) {
  const cells = columns.map((column) => `${column[index].value.toPrecision(3)} ${unit}`);
  console.log([name, ...cells].map((text) => text.padEnd(28)).join(''));
}
