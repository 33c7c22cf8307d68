/** The built site: its first runs, in every engine, and the papers' numbers. */
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { lighthouseReport } from '../scripts/lighthouseReport.mjs';
import { serve } from '../scripts/staticSite.mjs';
import { buildSite, builtSite } from './builtSite.mjs';
import { coldRuns } from './coldRuns.mjs';
import { engineRuns } from './engines.mjs';
import { median } from './median.mjs';
import { numpyTimes } from './numpyPeers.mjs';
import { number, table } from './print.mjs';
import { raceRuns } from './raceRuns.mjs';

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

const RACES = ['he_normal', 'xavier_normal', 'lecun_normal', 'pytorch_linear'];

/** Four races at once in the built page: 10 × 256, batches of 32, 1000 steps. */
export async function races(browser, rounds) {
  const { address, close } = await builtSite(4195);
  const lanes = RACES.map((id) => `lane=${id}`).join('&');
  const query = `${lanes}&depth=10&width=256&batch=32&steps=1000`;
  const seconds = await raceRuns(browser, address, query, RACES.length, Math.min(rounds, 3));
  table(
    ['races in the page', 'seconds', 'load'],
    [['4 × (10 × 256), batch 32, 1000 steps', number(seconds), number(loadavg()[0])]],
  );
  await close();
}

const LIGHTHOUSE_PAGES = ['#/', '#/?lang=fa', '#/lesson', '#/lab', '#/train'];

/** Lighthouse, mobile, of the pages that visitors come to first. */
export async function lighthouse(rounds) {
  await buildSite();
  // Compressed, as web hosts send it.
  const site = await serve(fileURLToPath(new URL('../dist', import.meta.url)), { cached: true });
  const found = new Map(LIGHTHOUSE_PAGES.map((page) => [page, []]));
  for (let round = 0; round < Math.min(rounds, 3); round += 1) {
    for (const [page, all] of found) {
      const { categories, audits } = await lighthouseReport(site.address + page, ['performance']);
      all.push({
        score: categories.performance.score * 100,
        blocking: audits['total-blocking-time'].numericValue,
        paint: audits['largest-contentful-paint'].numericValue / 1000,
      });
    }
  }
  table(
    ['Lighthouse, mobile', 'score', 'blocking time, ms', 'largest paint, s'],
    [...found].map(([page, all]) => [
      page,
      ...['score', 'blocking', 'paint'].map((key) => number(median(all.map((run) => run[key])))),
    ]),
  );
  await site.close();
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
