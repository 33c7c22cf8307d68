/**
 * Compares the app with other libraries in one Chromium, and the page in several engines:
 * node bench/run.mjs [--quick] [--only product|experiment|conv|growth|threads|train|page|cold|race|engines|lighthouse|papers].
 * Prints tables with ratios; the times themselves depend on the machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { pages } from './dragTables.mjs';
import { convolutions, experiments, growths, products, threads, trainings } from './peerTables.mjs';
import { colds, engines, lighthouse, papers, races } from './siteTables.mjs';
import { launchBrowser } from '../scripts/browser.mjs';
import { buildKernels } from '../scripts/build-kernels.mjs';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = (name) => values.only === undefined || values.only === name;
const rounds = values.quick ? 3 : 9;

await buildKernels();
if (!existsSync(`${here}node_modules`)) {
  console.error('Installing the peers …');
  spawnSync('npm', ['ci'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
}

const browser = await launchBrowser();

async function peersPage() {
  const server = await createServer({
    configFile: false,
    root: here,
    logLevel: 'error',
    server: { port: 4190, fs: { allow: [root] } },
  });
  await server.listen();
  const page = await browser.newPage();
  page.on('console', (message) => message.type() === 'warning' && console.error(message.text()));
  page.on('pageerror', (error) => console.error(String(error)));
  await page.goto('http://localhost:4190/page.html');
  await page.waitForFunction(() => document.title === 'ready', null, { timeout: 120_000 });
  const close = async () => {
    // The workers of an open page would keep computing during the next measurement.
    await page.close();
    await server.close();
  };
  return { page, close };
}

try {
  if (['product', 'experiment', 'conv', 'growth', 'threads', 'train'].some(wanted)) {
    const { page, close } = await peersPage();
    if (wanted('product')) await products(page, rounds);
    if (wanted('experiment')) await experiments(page, rounds);
    if (wanted('conv')) await convolutions(page, rounds);
    if (wanted('growth')) await growths(page);
    if (wanted('threads')) await threads(page, rounds);
    if (wanted('train')) await trainings(page, rounds);
    await close();
  }
  if (wanted('page')) await pages(browser);
  if (wanted('cold')) await colds(browser, rounds);
  if (wanted('race')) await races(browser, rounds);
  if (wanted('engines')) await engines(rounds);
  if (wanted('lighthouse')) await lighthouse(rounds);
  if (wanted('papers')) await papers(browser);
} finally {
  await browser.close();
}
