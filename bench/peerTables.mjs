/** The engine beside its peers, in one page of Chromium (page.ts). */
import { statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { median } from './median.mjs';
import { numpySteps, numpyTimes } from './numpyPeers.mjs';
import { bar, number, table } from './print.mjs';
import { torchPeers } from './torchPeers.mjs';

export async function products(page, rounds) {
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

export async function experiments(page, rounds) {
  const rows = [];
  for (const shape of SHAPES) {
    const r = shape.depth > 10 ? Math.min(rounds, 3) : rounds;
    const times = await page.evaluate(([s, n]) => globalThis.bench.experiment(s, n), [shape, r]);
    const python = numpyTimes(shape, rounds);
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
export async function convolutions(page, rounds) {
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
  const rows = [];
  for (const [what, name, count] of [
    ['forward', '10 × 16 channels, batch 256, each quantity measured', 1],
    ['train', '22 × 16 channels, batch 32, one step', STEPS],
  ]) {
    for (const who of Object.keys(all[0][what])) {
      const ratio = median(all.map((t) => t[what][who] / t[what]['Init Lab relaxed-simd']));
      rows.push([
        name,
        who,
        number(median(all.map((t) => t[what][who])) / count),
        who.startsWith('Init Lab') ? '1' : `${number(ratio)} × as long`,
      ]);
    }
  }
  table(['3 × 3 over 8 × 8', 'who', 'ms', 'against Init Lab'], rows);
}

export async function growths(page) {
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
      `kernels.${name}.wasm: ${statSync(new URL(`../src/kernels/build/kernels.${name}.wasm`, import.meta.url)).size} bytes`,
    );
  }
}

export async function threads(page, rounds) {
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

const RACE = 'lane=he_normal&lane=xavier_normal&lane=pytorch_linear&width=32&input=circle';

export async function trainings(page, rounds) {
  const rows = [];
  for (const net of NETS) {
    const shape = { sizes: net.sizes, act: net.act, batch: 32, rate: 0.001 };
    const speeds = await page.evaluate(
      ([s, n, r]) => globalThis.bench.training(s, n, r),
      [shape, net.steps, rounds],
    );
    const python = numpySteps(net, rounds);
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
      outcomes.push([
        depth,
        ['He', 'Xavier', 'PyTorch default'][lane],
        `${at.length} of ${learnedAt.length}`,
        at.length === 0 ? '–' : median(at),
        median(gradient).toExponential(1),
        lane === 0 ? `${number(ms / 1000)} s for all three` : '',
      ]);
    });
  }
  table(
    ['layers', 'start', 'learned', 'median step', 'first-layer gradient', 'two workers'],
    outcomes,
  );
}
