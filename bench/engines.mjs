/**
 * Four lanes of the lab in every engine that is installed, warm: from a new seed to the finished run, as the page sees
 * it. The engines take turns in each round and are compared within it, so that other work on the machine slows all
 * alike.
 */
import { describeEngine, ENGINES, findEngines } from '../scripts/engines.mjs';
import { openVisitor } from '../scripts/visitor.mjs';
import { median } from './median.mjs';

/** By then a page has loaded what it may need later, and found out how many of its threads run at once. */
const REST_MS = 10_000;

const sleep = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** In the page: draws a new seed; resolves to the ms until the run is done. */
function newSeed() {
  return new Promise((resolve) => {
    const main = document.querySelector('main');
    let began = false;
    const start = performance.now();
    const observer = new MutationObserver(() => {
      began ||= main.dataset.run === 'running';
      if (!began || main.dataset.run !== 'done') return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(main, { attributeFilter: ['data-run'] });
    document.querySelector('[data-action="new-seed"]').click();
  });
}

async function done(visitor) {
  const run = () => document.querySelector('main')?.dataset.run;
  while ((await visitor.evaluate(run)) !== 'done') await sleep(200);
}

/** By engine: the median time in ms and its median ratio to Chromium's. */
export async function engineRuns(address, rounds) {
  const found = await findEngines();
  const visitors = [];
  for (const name of ENGINES) {
    if (found[name] === null) console.log(describeEngine(name, null));
    else visitors.push([name, await openVisitor(name, found[name])]);
  }
  try {
    for (const [, visitor] of visitors) {
      await visitor.goto(`${address}#/lab?lang=en`);
      await done(visitor);
      await sleep(REST_MS);
      for (let i = 0; i < 3; i += 1) await visitor.evaluate(newSeed);
    }
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      const ms = {};
      for (const [name, visitor] of visitors) ms[name] = await visitor.evaluate(newSeed);
      times.push(ms);
    }
    return visitors.map(([name]) => ({
      name,
      ms: median(times.map((ms) => ms[name])),
      ratio: median(times.map((ms) => ms[name] / ms.chromium)),
    }));
  } finally {
    for (const [, visitor] of visitors) await visitor.close();
  }
}
