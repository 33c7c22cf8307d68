/** How long the worker threads of the built page compute the races of a link. */
import { median } from './median.mjs';

/** Runs in the page: records when each race is asked for, and when it is done. */
function listen() {
  globalThis.races = {};
  const Real = Worker;
  globalThis.Worker = class extends Real {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (!Array.isArray(data)) return;
        for (const { type, runId } of data)
          if (type === 'done' && runId in races) races[runId].done = performance.now();
      });
    }
    postMessage(...given) {
      const [{ type, runId, job }] = given;
      // Another thread may be asked for the rest of it.
      if (type === 'run' && job.kind === 'race') races[runId] ??= { asked: performance.now() };
      super.postMessage(...given);
    }
  };
}

/** Median over `rounds` fresh pages of the seconds until all `lanes` races of this query are computed. */
export async function raceRuns(browser, address, query, lanes, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(listen);
    const session = await context.newCDPSession(page);
    // Not Playwright's own waiting, whose script would be read while the races are measured.
    const ask = async () => {
      const expression = 'JSON.stringify(Object.values(races))';
      const { result } = await session.send('Runtime.evaluate', { expression });
      return JSON.parse(result.value);
    };
    await page.goto(`${address}#/train?${query}`);
    const end = performance.now() + 300_000;
    let races = [];
    while (races.length < lanes || races.some(({ done }) => done === undefined)) {
      if (performance.now() > end) throw new Error(`${query} is not done after five minutes`);
      await page.waitForTimeout(500);
      races = await ask();
    }
    const asked = Math.min(...races.map((race) => race.asked));
    times.push((Math.max(...races.map(({ done }) => done)) - asked) / 1000);
    await context.close();
  }
  return median(times);
}
