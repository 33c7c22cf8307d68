/** How long the worker threads of the built page compute the races of a link. */
import { median } from './median.mjs';
import { listenToThreads, quietPage } from './quietPage.mjs';

/** Another thread may be asked for the rest of a race. */
const RACES = `new Set(threads.asked.filter(({ kind }) => kind === 'race').map(({ runId }) => runId))`;
const DONE = `threads.done.filter(({ runId }) => ${RACES}.has(runId))`;

/** Median over `rounds` fresh pages of the seconds until all `lanes` races of this query are computed. */
export async function raceRuns(browser, address, query, lanes, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await listenToThreads(page);
    const { ask, until } = await quietPage(page);
    await page.goto(`${address}#/train?${query}`);
    await until(`${DONE}.length === ${lanes}`, 500, 5);
    const asked = await ask(`threads.asked.find(({ kind }) => kind === 'race').at`);
    times.push(((await ask(`${DONE}.at(-1).at`)) - asked) / 1000);
    await context.close();
  }
  return median(times);
}
