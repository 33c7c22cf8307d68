/** The built site while a slider is dragged, and while it opens on a slow processor. */
import { loadavg } from 'node:os';
import { builtSite } from './builtSite.mjs';
import { median } from './median.mjs';
import { number, table } from './print.mjs';
import { quietPage, SETTLED } from './quietPage.mjs';

const WIDE = [0.4, 0.2];
const DRAGS = [
  { name: '4 lanes × 10 layers', hash: '#/lab', control: 'width', between: WIDE },
  // Between 8 and 14 layers.
  { name: '4 lanes × 10 layers', hash: '#/lab', control: 'depth', between: [0.1, 0.03] },
  {
    name: '1 lane × 100 layers',
    hash: '#/lab?lane=he_normal&depth=100&width=64&batch=64',
    control: 'width',
    between: WIDE,
  },
];

/** A page that counts its tasks over 50 ms. */
async function pageOfTasks(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.longTasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  const { session, ask, until } = await quietPage(page);
  const settled = () => until(SETTLED, 50);
  const open = async () => {
    await page.goto(address);
    await settled();
    await page.waitForTimeout(1500);
  };
  const tasks = () => ask('globalThis.longTasks.splice(0)');
  return { page, session, open, tasks, ask, settled };
}

/** Drags a slider to and fro with real mouse events, and waits for the last results. */
async function drag({ page, ask, settled }, control, [middle, aside], updates) {
  const slider = await ask(
    `document.querySelector('input[type="range"][data-control="${control}"]').getBoundingClientRect().toJSON()`,
  );
  const y = slider.y + slider.height / 2;
  await page.mouse.move(slider.x + slider.width * middle, y);
  await page.mouse.down();
  for (let i = 0; i < updates; i += 1) {
    await page.mouse.move(slider.x + slider.width * (middle + aside * Math.sin(i / 6)), y);
    await page.waitForTimeout(50);
  }
  await page.mouse.up();
  await settled();
}

/** How often the lab is opened and dragged on a slow processor; what else the machine does lengthens single tasks. */
const ROUNDS = 5;
/** What the page before has left to the browser is done by then, in ms. */
const QUIET_MS = 2000;

/** The built page on a processor four times slower: longest task while the lab opens, and while a slider moves. */
async function slowPage(browser, address) {
  const rounds = { 'opening the lab': [], dragging: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const opened = await pageOfTasks(browser, address);
    const { page, session, open, tasks } = opened;
    await page.waitForTimeout(QUIET_MS);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await open();
    rounds['opening the lab'].push(await tasks());
    await drag(opened, 'width', WIDE, 40);
    rounds.dragging.push(await tasks());
    await page.close();
  }
  const longest = (all) => Math.max(0, ...all);
  const blocking = (all) => all.reduce((sum, ms) => sum + ms - 50, 0);
  table(
    ['four times slower', 'longest over 50 ms: median', 'all', 'blocking time, ms: median', 'load'],
    Object.entries(rounds).map(([name, all]) => [
      name,
      number(median(all.map(longest))),
      all.map((each) => longest(each).toFixed(0)).join(' '),
      number(median(all.map(blocking))),
      number(loadavg()[0]),
    ]),
  );
}

/** The built page with real mouse events: CPU time of the main thread per update, long tasks, latencies. */
export async function pages(browser) {
  const { address, close } = await builtSite(4191);
  const rows = [];
  for (const { name, hash, control, between } of DRAGS) {
    const opened = await pageOfTasks(browser, `${address}${hash}`);
    const { page, session, open, tasks } = opened;
    await open();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find((metric) => metric.name === 'TaskDuration').value * 1000;
    };
    await tasks();
    const updates = 60;
    const before = await work();
    await drag(opened, control, between, updates);
    const spent = (await work()) - before;
    const long = await tasks();
    const latency = await page.evaluate(async () => {
      const input = document.querySelector('[data-control="depth"]');
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      const all = [];
      for (let i = 0; i < 9; i += 1) {
        const start = performance.now();
        const seen = new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve(performance.now() - start);
          });
          observer.observe(document.querySelector('figure[data-chart="lanes"]'), {
            subtree: true,
            attributeFilter: ['d'],
          });
        });
        // oxlint-disable-next-line typescript/unbound-method -- applied to its input
        Reflect.apply(value.set, input, [String(8 + (i % 2))]);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        all.push(await seen);
        await new Promise((resolve) => setTimeout(resolve, 600));
      }
      return all.toSorted((a, b) => a - b)[all.length >> 1];
    });
    rows.push([
      name,
      control,
      number(spent / updates),
      long.length,
      number(Math.max(0, ...long)),
      number(latency),
      number(loadavg()[0]),
    ]);
    await page.close();
  }
  table(
    [
      'page',
      'slider',
      'main thread, CPU ms per update',
      'long tasks',
      'longest, ms',
      'slider to picture, ms',
      'load',
    ],
    rows,
  );
  await slowPage(browser, `${address}#/lab`);
  await close();
}
