/** Times of the first run in a fresh page and of later ones in the same page, as measured by the worker. */
import { median } from './median.mjs';
import { listenToThreads, quietPage, SETTLED } from './quietPage.mjs';

/** How long the browser's own window takes to draw itself, in ms. */
const WINDOW_MS = 1000;
/** How long a page is left to itself before it is asked, in ms: longer than most runs take. */
const ALONE_MS = 1000;

/** One fresh page: its first run, and the median of later ones. */
async function freshPage(browser, address, query) {
  // A new context shares no caches with earlier pages.
  const context = await browser.newContext();
  const page = await context.newPage();
  await listenToThreads(page);
  const { ask, until } = await quietPage(page);
  await page.waitForTimeout(WINDOW_MS);
  const run = async (seed) => {
    await page.goto(`${address}#/lab?${query}&seed=${seed}`);
    await until(`threads.done.length > 0 && ${SETTLED}`, ALONE_MS);
    // Both halves of a run that two workers share report their time.
    return Math.max(...(await ask('threads.done.splice(0)')).map(({ ms }) => ms));
  };
  const cold = await run(1);
  await page.waitForTimeout(1000);
  const later = [];
  for (let seed = 2; seed < 9; seed += 1) later.push(await run(seed));
  await context.close();
  return { cold, warm: median(later) };
}

const summarize = (times, own) => ({
  cold: median(times.map(({ cold }) => cold)),
  warm: median(times.map(({ warm }) => warm)),
  ratio: median(times.map(({ cold, warm }) => cold / warm)),
  against:
    own === null
      ? null
      : ['cold', 'warm'].map((key) => median(times.map((each, i) => each[key] / own[i][key]))),
});

/**
 * Medians, in ms, over `rounds` fresh pages of the built site at `address`, for the lab with this query; in each round
 * also those of a new process of the peer: `peer()` gives both of its times, or `null`. Ratios are taken within a round.
 */
export async function coldRuns(browser, address, query, rounds, peer) {
  const own = [];
  const peers = [];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await freshPage(browser, address, query));
    const found = peer();
    if (found !== null) peers.push(found);
  }
  return {
    'Init Lab, the page': summarize(own, null),
    ...(peers.length === rounds ? { 'NumPy, one thread': summarize(peers, own) } : {}),
  };
}
