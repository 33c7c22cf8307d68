/**
 * Runs the main paths and faults in every engine that is installed (`npm run test:browsers`). An engine that is not
 * installed is named and left out; with `--all` that is a failure. Other arguments go to Playwright.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildKernels } from './build-kernels.mjs';
import { tool } from './check.mjs';
import { describeEngine, ENGINES, findEngines } from './engines.mjs';

const words = process.argv.slice(2).filter((word) => word !== '--all');
const found = await findEngines();
for (const name of ENGINES) console.log(describeEngine(name, found[name]));
const missing = ENGINES.filter((name) => found[name] === null);
const enough = process.argv.includes('--all')
  ? missing.length === 0
  : missing.length < ENGINES.length;
if (!enough) {
  console.error(`Not installed: ${missing.join(', ')}`);
  process.exit(1);
}

await buildKernels();
const site = await tool(['vite', 'build'], { live: true });
const single = fileURLToPath(new URL('build-single.mjs', import.meta.url));
const built =
  site.code === 0 && spawnSync(process.execPath, [single], { stdio: 'inherit' }).status === 0;
if (!built) process.exit(1);

const { code } = await tool(
  ['playwright', 'test', '--config', 'e2e/browsers/playwright.config.ts', ...words],
  { live: true, env: { ...process.env, APP_ENGINES: JSON.stringify(found) } },
);
if (missing.length > 0) console.log(`Not tested, because not installed: ${missing.join(', ')}`);
process.exit(code);
