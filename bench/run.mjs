/**
 * Compares the app with other libraries in one Chromium, and the page in several engines:
 * node bench/run.mjs [--quick] [--only product|experiment|conv|growth|threads|train|page|cold|engines|papers].
 * Prints tables with ratios; the times themselves depend on the machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer, preview, build } from 'vite';
import { coldRuns } from './coldRuns.mjs';
import { engineRuns } from './engines.mjs';
import { torchPeers } from './torchPeers.mjs';
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

const number = (x) => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2));
function table(head, rows) {
  console.log(`\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** A bar for the terminal: one block per 10 ms, up to 60. */
function bar(ms) {
  const blocks = Math.max(1, Math.round(ms / 10));
  return '▇'.repeat(Math.min(60, blocks)) + (blocks > 60 ? ` … ${blocks}` : '');
}

/**
 * Times of single-threaded NumPy in ms, the first in a new process and the median of `times` later ones; `null` if not
 * installed.
 */
function numpy({ depth, width, batch, act }, times) {
  const words = [`${here}numpyPeer.py`, depth, width, batch, act, times].map(String);
  const { status, stdout } = spawnSync('python3', words, { encoding: 'utf8' });
  if (status !== 0) return null;
  const [cold, warm] = stdout.split(' ').map(Number);
  return { cold, warm };
}

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

async function products(page) {
  const rows = [];
  for (const n of [256, 512, 1024]) {
    const times = await page.evaluate(([n, r]) => globalThis.bench.product(n, r), [n, rounds]);
    const own = times['Init Lab relaxed-simd'];
    const others = Object.entries(times).filter(([name]) => !name.startsWith('Init Lab'));
    const best = Math.min(...others.map(([, ms]) => ms));
    for (const [name, ms] of Object.entries(times)) {
      const ratio = name.startsWith('Init Lab')
        ? `${number(best / ms)} × the fastest peer`
        : number(own / ms);
      rows.push([`${n}³`, name, number(ms), number((2 * n ** 3) / ms / 1e6), ratio]);
    }
  }
  table(['product', 'who', 'ms', 'GFLOP/s', 'ratio'], rows);
}

const SHAPES = ['tanh', 'relu'].flatMap((act) => [
  { depth: 10, width: 256, batch: 256, act },
  { depth: 10, width: 256, batch: 512, act },
  { depth: 50, width: 512, batch: 512, act },
]);

async function experiments(page) {
  const rows = [];
  for (const shape of SHAPES) {
    const r = shape.depth > 10 ? Math.min(rounds, 3) : rounds;
    const times = await page.evaluate(([s, n]) => globalThis.bench.experiment(s, n), [shape, r]);
    const python = numpy(shape, rounds);
    if (python !== null) times['NumPy, one thread'] = python.warm;
    const own = times['Init Lab relaxed-simd'];
    const name = `${shape.depth} × ${shape.width}, batch ${shape.batch}, ${shape.act}`;
    for (const [who, ms] of Object.entries(times)) {
      rows.push([
        name,
        who,
        number(ms),
        who.startsWith('Init Lab') ? '1' : `${number(ms / own)} × as long`,
      ]);
    }
  }
  table(['experiment', 'who', 'ms', 'against Init Lab'], rows);
}

const MEASURED = { depth: 10, channels: 16, batch: 256 };
const TRAINED = { depth: 22, channels: 16, batch: 32 };
const STEPS = 10;

/** Runs all in turn in each round, and compares within a round, so that other work on the machine slows all alike. */
async function convolutions(page) {
  await page.evaluate(
    ([m, t, n]) => globalThis.bench.convolutions(m, t, n),
    [MEASURED, TRAINED, STEPS],
  );
  const torch = await torchPeers([...Object.values(MEASURED), ...Object.values(TRAINED), STEPS]);
  const all = [];
  for (let round = -1; round < rounds; round += 1) {
    const times = await page.evaluate(() => globalThis.bench.convRound());
    for (const peer of torch) {
      for (const what of ['forward', 'train']) times[what][peer.name] = await peer.time(what);
    }
    if (round >= 0) all.push(times);
  }
  for (const peer of torch) peer.end();
  const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
  const rows = [];
  for (const [what, name, count] of [
    ['forward', '10 × 16 channels, batch 256, each quantity measured', 1],
    ['train', '22 × 16 channels, batch 32, one step', STEPS],
  ]) {
    for (const who of Object.keys(all[0][what])) {
      const ratio = middle(all.map((t) => t[what][who] / t[what]['Init Lab relaxed-simd']));
      rows.push([
        name,
        who,
        number(middle(all.map((t) => t[what][who])) / count),
        who.startsWith('Init Lab') ? '1' : `${number(ratio)} × as long`,
      ]);
    }
  }
  table(['3 × 3 over 8 × 8', 'who', 'ms', 'against Init Lab'], rows);
}

async function growths(page) {
  const rows = [];
  const base = { depth: 10, width: 256, batch: 256, act: 'relu' };
  for (const change of [
    { depth: 10 },
    { depth: 50 },
    { depth: 100 },
    { batch: 512 },
    { batch: 2048 },
    { width: 512 },
    { width: 1024 },
    { depth: 100, width: 1024 },
  ]) {
    const shape = { ...base, ...change };
    const { ms, megabytes } = await page.evaluate((s) => globalThis.bench.growth(s), shape);
    rows.push([shape.depth, shape.width, shape.batch, number(ms), number(megabytes), bar(ms)]);
  }
  table(
    ['depth', 'width', 'batch', 'forward run, ms', 'memory, MB', 'ms, one block each 10'],
    rows,
  );
  for (const name of ['relaxed', 'simd']) {
    console.log(
      `kernels.${name}.wasm: ${statSync(`${root}src/kernels/build/kernels.${name}.wasm`).size} bytes`,
    );
  }
}

async function threads(page) {
  const one = await page.evaluate((n) => globalThis.bench.lanes(1, n), rounds);
  const two = await page.evaluate((n) => globalThis.bench.lanes(2, n), rounds);
  const [stop, stopBoth] = [
    await page.evaluate((n) => globalThis.bench.cancelling(1, n), rounds),
    await page.evaluate((n) => globalThis.bench.cancelling(2, n), rounds),
  ];
  table(
    ['threads', 'ms'],
    [
      ['two lanes, 20 × 512, one worker', number(one)],
      ['the same, two workers', `${number(two)} (${number(one / two)} × as fast)`],
      ['100 × 1024 × 256: from cancel to stopped', number(stop)],
      ['the same, shared by two workers', number(stopBoth)],
    ],
  );
  const rows = [];
  for (const backward of [false, true]) {
    const shared = await page.evaluate(
      ([b, n]) => globalThis.bench.sharing(b, n),
      [backward, Math.min(rounds, 5)],
    );
    const what = backward ? 'forward and backward' : 'forward';
    rows.push([what, number(shared.one), number(shared.two), `${number(shared.ratio)} × as fast`]);
  }
  rows.forEach((row) => row.push(number(loadavg()[0])));
  table(['one lane, 50 × 512, batch 512', 'one worker, ms', 'two, ms', 'shared', 'load'], rows);
}

const NETS = [
  {
    name: '2 → [32] × 30 → 2, ReLU',
    act: 'relu',
    sizes: [2, ...Array(30).fill(32), 2],
    steps: 200,
  },
  {
    name: '1024 → 5 × 300 → 9, tanh',
    act: 'tanh',
    sizes: [1024, ...Array(5).fill(300), 9],
    steps: 60,
  },
];

/** Training steps per second of single-threaded NumPy; `null` if not installed. */
function numpySteps({ sizes, act, steps }) {
  const words = [`${here}numpyTrainPeer.py`, sizes.join(','), act, steps, rounds].map(String);
  const { status, stdout } = spawnSync('python3', words, { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

const RACE = 'lane=he_normal&lane=xavier_normal&lane=pytorch_linear&width=32&input=circle';

async function trainings(page) {
  const rows = [];
  for (const net of NETS) {
    const shape = { sizes: net.sizes, act: net.act, batch: 32, rate: 0.001 };
    const speeds = await page.evaluate(
      ([s, n, r]) => globalThis.bench.training(s, n, r),
      [shape, net.steps, rounds],
    );
    const python = numpySteps(net);
    if (python !== null) speeds['NumPy, one thread'] = python;
    const own = speeds['Init Lab relaxed-simd'];
    for (const [who, speed] of Object.entries(speeds)) {
      const ratio = who.startsWith('Init Lab') ? '1' : `${number(own / speed)} × as many`;
      rows.push([net.name, who, number(speed), ratio]);
    }
  }
  table(['network, batch 32', 'who', 'steps per second', 'Init Lab does'], rows);
  const outcomes = [];
  for (const depth of [22, 30]) {
    const { ms, lanes: found } = await page.evaluate(
      ([q, n]) => globalThis.bench.manySeeds(q, n),
      [`${RACE}&depth=${depth}`, 20],
    );
    found.forEach(({ learnedAt, gradient }, lane) => {
      const at = learnedAt.filter((step) => step !== null).toSorted((a, b) => a - b);
      const middle = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
      outcomes.push([
        depth,
        ['He', 'Xavier', 'PyTorch default'][lane],
        `${at.length} of ${learnedAt.length}`,
        at.length === 0 ? '–' : middle(at),
        middle(gradient).toExponential(1),
        lane === 0 ? `${number(ms / 1000)} s for all three` : '',
      ]);
    });
  }
  table(
    ['layers', 'start', 'learned', 'median step', 'first-layer gradient', 'two workers'],
    outcomes,
  );
}

/**
 * First run in a fresh page compared with later ones, and with NumPy's in a new process: a lane of 10 × 256 × 256 and
 * one of 50 × 512 × 512, forward.
 */
async function colds() {
  await build({ root, logLevel: 'error' });
  const server = await preview({ root, preview: { port: 4192 }, logLevel: 'error' });
  const rows = [];
  for (const [depth, width, times] of [
    [10, 256, rounds],
    [50, 512, Math.min(rounds, 3)],
  ]) {
    const query = `lane=he_normal&depth=${depth}&width=${width}&batch=${width}&backward=0`;
    const peer = () => numpy({ depth, width, batch: width, act: 'relu' }, 3);
    const found = await coldRuns(browser, 'http://localhost:4192/', query, times, peer);
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
  await server.close();
}

/** Four lanes of the lab in each engine that is installed. */
async function engines() {
  await build({ root, logLevel: 'error' });
  const server = await preview({ root, preview: { port: 4194 }, logLevel: 'error' });
  const rows = await engineRuns('http://localhost:4194/', rounds);
  table(
    ['four lanes of the lab, warm', 'ms', 'against Chromium'],
    rows.map(({ name, ms, ratio }) => [name, number(ms), `${number(ratio)} × as long`]),
  );
  await server.close();
}

/** Every row of `#/papers`, run in the page with its button. */
async function papers() {
  await build({ root, logLevel: 'error' });
  const server = await preview({ root, preview: { port: 4193 }, logLevel: 'error' });
  const page = await browser.newPage();
  await page.goto('http://localhost:4193/#/papers?lang=en');
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
  await server.close();
}

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
async function pageOfTasks(address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.longTasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  const session = await page.context().newCDPSession(page);
  const open = async () => {
    await page.goto(address);
    await page.waitForSelector('main[data-run="done"]', { timeout: 120_000 });
    await page.waitForTimeout(1500);
  };
  const tasks = () => page.evaluate(() => globalThis.longTasks.splice(0));
  return { page, session, open, tasks };
}

/** Drags a slider to and fro with real mouse events, and waits for the last results. */
async function drag(page, control, [middle, aside], updates) {
  const slider = await page.locator(`input[type="range"][data-control="${control}"]`).boundingBox();
  const y = slider.y + slider.height / 2;
  await page.mouse.move(slider.x + slider.width * middle, y);
  await page.mouse.down();
  for (let i = 0; i < updates; i += 1) {
    await page.mouse.move(slider.x + slider.width * (middle + aside * Math.sin(i / 6)), y);
    await page.waitForTimeout(50);
  }
  await page.mouse.up();
  await page.waitForSelector('main[data-run="done"]', { timeout: 120_000 });
}

/** The built page on a processor four times slower: longest task while the lab opens, and while a slider moves. */
async function slowPage(address) {
  const { page, session, open, tasks } = await pageOfTasks(address);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await open();
  const opening = await tasks();
  await drag(page, 'width', WIDE, 40);
  const dragging = await tasks();
  await page.close();
  const blocking = (all) => number(all.reduce((sum, ms) => sum + ms - 50, 0));
  table(
    ['four times slower', 'longest task, ms', 'blocking time, ms', 'load'],
    [
      ['opening the lab', number(Math.max(0, ...opening)), blocking(opening), number(loadavg()[0])],
      ['dragging', number(Math.max(0, ...dragging)), blocking(dragging), number(loadavg()[0])],
    ],
  );
}

/** The built page with real mouse events: CPU time of the main thread per update, long tasks, latencies. */
async function pages() {
  await build({ root, logLevel: 'error' });
  const server = await preview({ root, preview: { port: 4191 }, logLevel: 'error' });
  const rows = [];
  for (const { name, hash, control, between } of DRAGS) {
    const { page, session, open, tasks } = await pageOfTasks(`http://localhost:4191/${hash}`);
    await open();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find((metric) => metric.name === 'TaskDuration').value * 1000;
    };
    await tasks();
    const updates = 60;
    const before = await work();
    await drag(page, control, between, updates);
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
  await slowPage('http://localhost:4191/#/lab');
  await server.close();
}

try {
  if (['product', 'experiment', 'conv', 'growth', 'threads', 'train'].some(wanted)) {
    const { page, close } = await peersPage();
    if (wanted('product')) await products(page);
    if (wanted('experiment')) await experiments(page);
    if (wanted('conv')) await convolutions(page);
    if (wanted('growth')) await growths(page);
    if (wanted('threads')) await threads(page);
    if (wanted('train')) await trainings(page);
    await close();
  }
  if (wanted('page')) await pages();
  if (wanted('cold')) await colds();
  if (wanted('engines')) await engines();
  if (wanted('papers')) await papers();
} finally {
  await browser.close();
}
