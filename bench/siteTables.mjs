/** The built site: its first runs, in every engine, and the papers' numbers. */
import { loadavg } from 'node:os';
import { builtSite } from './builtSite.mjs';
import { coldRuns } from './coldRuns.mjs';
import { engineRuns } from './engines.mjs';
import { numpyTimes } from './numpyPeers.mjs';
import { number, table } from './print.mjs';

/**
 * First run in a fresh page compared with later ones, and with NumPy's in a new process: a lane of 10 × 256 × 256 and
 * one of 50 × 512 × 512, forward.
 */
export async function colds(browser, rounds) {
  const { address, close } = await builtSite(4192);
  const rows = [];
  for (const [depth, width, times] of [
    [10, 256, rounds],
    [50, 512, Math.min(rounds, 3)],
  ]) {
    const query = `lane=he_normal&depth=${depth}&width=${width}&batch=${width}&backward=0`;
    const peer = () => numpyTimes({ depth, width, batch: width, act: 'relu' }, 3);
    const found = await coldRuns(browser, address, query, times, peer);
    for (const [who, { cold, warm, ratio, against }] of Object.entries(found)) {
      rows.push([
        `${depth} × ${width}, batch ${width}`,
        who,
        ...[cold, warm, ratio].map(number),
        ...(against === null ? ['1', '1'] : against.map((x) => `${number(x)} × as long`)),
        number(loadavg()[0]),
      ]);
    }
  }
  table(
    ['forward run', 'who', 'first, ms', 'later, ms', 'first ÷ later', 'first', 'later', 'load'],
    rows,
  );
  await close();
}

/** Four lanes of the lab in each engine that is installed. */
export async function engines(rounds) {
  const { address, close } = await builtSite(4194);
  const rows = await engineRuns(address, rounds);
  table(
    ['four lanes of the lab, warm', 'ms', 'against Chromium'],
    rows.map(({ name, ms, ratio }) => [name, number(ms), `${number(ratio)} × as long`]),
  );
  await close();
}

/** Every row of `#/papers`, run in the page with its button. */
export async function papers(browser) {
  const { address, close } = await builtSite(4193);
  const page = await browser.newPage();
  await page.goto(`${address}#/papers?lang=en`);
  const start = performance.now();
  await page.locator('[data-action="run-all"]').click();
  await page.locator('[data-action="cancel"]').waitFor({ state: 'detached', timeout: 900_000 });
  const seconds = (performance.now() - start) / 1000;
  const rows = await page.locator('[data-paper]').evaluateAll((all) =>
    all.map((row) => ({
      id: row.dataset.paper,
      badge: row.querySelector('header [data-badge]')?.dataset.badge ?? 'not run',
    })),
  );
  const missed = rows.filter(({ badge }) => badge !== 'reproduced');
  table(
    ['the papers’ numbers in the browser', 'reproduced', 'not', 'seconds'],
    [
      [
        `${rows.length} rows`,
        rows.length - missed.length,
        missed.map(({ id, badge }) => `${id}: ${badge}`).join(', ') || 'none',
        number(seconds),
      ],
    ],
  );
  await page.close();
  await close();
}
