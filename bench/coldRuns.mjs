/** Times of the first run in a fresh page and of later ones in the same page, as measured by the worker. */

/** Runs in the page: records the run times, in ms, that the workers report. */
function listen() {
  globalThis.runMs = [];
  const Real = Worker;
  globalThis.Worker = class extends Real {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (!Array.isArray(data)) return;
        for (const { type, ms } of data) if (type === 'done') globalThis.runMs.push(ms);
      });
    }
  };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Medians, in ms, over `rounds` fresh pages of the built site at `address`, for the lab with this query. */
export async function coldRuns(browser, address, query, rounds) {
  const cold = [];
  const warm = [];
  for (let round = 0; round < rounds; round += 1) {
    // A new context shares no caches with earlier pages.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(listen);
    const run = async (seed) => {
      await page.goto(`${address}#/lab?${query}&seed=${seed}`);
      await page.waitForFunction(() => globalThis.runMs.length > 0, null, { timeout: 120_000 });
      await page.waitForSelector('main[data-run="done"]', { timeout: 120_000 });
      // Both halves of a run that two workers share report their time.
      return Math.max(...(await page.evaluate(() => globalThis.runMs.splice(0))));
    };
    cold.push(await run(1));
    await page.waitForTimeout(1000);
    const later = [];
    for (let seed = 2; seed < 9; seed += 1) later.push(await run(seed));
    warm.push(median(later));
    await context.close();
  }
  return {
    cold: median(cold),
    warm: median(warm),
    ratio: median(cold.map((ms, i) => ms / warm[i])),
  };
}
