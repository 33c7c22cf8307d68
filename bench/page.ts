/** Benchmarks that run in a Chromium page, with the peers in turn; called by run.mjs. */
import { sharedDomains } from '../src/engine/lab/domains.ts';
import type { Kernels } from '../src/engine/kernels.ts';
import { laneConfig } from '../src/engine/lab/lab.ts';
import { parseQuery } from '../src/engine/lab/query.ts';
import { propagate } from '../src/engine/experiment/propagate.ts';
import { descend, parameters } from '../src/engine/train/descend.ts';
import { raceLanes } from '../src/engine/train/lanes.ts';
import { finish } from '../src/engine/pace.ts';
import { backward } from '../src/engine/train/backward.ts';
import { forward } from '../src/engine/train/forward.ts';
import { allocateNetwork } from '../src/engine/train/network.ts';
import type { LayerShape } from '../src/engine/passes/layerShape.ts';
import { convShape, denseShape } from '../src/engine/passes/layerShape.ts';
import type { ExperimentConfig } from '../src/engine/types.ts';
import relaxedUrl from '../src/kernels/build/kernels.relaxed.wasm?url';
import simdUrl from '../src/kernels/build/kernels.simd.wasm?url';
import { instantiate } from '../src/kernels/wasm.ts';
import type { Pool, Reply } from '../src/worker/client.ts';
import { createClient, loadKernelModule, spawnWorker } from '../src/worker/client.ts';
import type { Job } from '../src/worker/protocol.ts';
import { convPeer, peers, scaleOf, trainers } from './peers.mjs';

interface Shape {
  readonly depth: number;
  readonly width: number;
  readonly batch: number;
  readonly act: 'tanh' | 'relu';
}

async function load(build: 'simd' | 'relaxed-simd'): Promise<Kernels> {
  const bytes = await (await fetch(build === 'simd' ? simdUrl : relaxedUrl)).arrayBuffer();
  return instantiate(await WebAssembly.compile(bytes), build);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** The app's run of one lane: draw, multiply, activate, and compute all statistics. */
function ours(kernels: Kernels, shape: Shape): number {
  const { depth, width, batch, act } = shape;
  return runLane(
    kernels,
    `lane=random_normal(std=${scaleOf(shape)})&depth=${depth}&width=${width}&batch=${batch}&act=${act}&backward=0`,
  );
}

function runLane(kernels: Kernels, query: string): number {
  const { lab } = parseQuery(query);
  const config = laneConfig(lab, lab.lanes[0]!);
  const run = propagate(config, sharedDomains([config]), kernels);
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value.firstNonFiniteLayer ?? 0;
}

interface Contender {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** Runs all contenders in turn in each round, after one warm-up round; returns median times in ms. */
async function race(
  contenders: readonly Contender[],
  rounds: number,
): Promise<Record<string, number>> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, run } of contenders) {
      const start = performance.now();
      await run();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]));
}

async function product(n: number, rounds: number): Promise<Record<string, number>> {
  const contenders: Contender[] = [];
  for (const build of ['relaxed-simd', 'simd'] as const) {
    const kernels = await load(build);
    const [a, b, c] = [0, 1, 2].map(() => kernels.allocate(n * n, 'f32'));
    kernels.fillNormal(a!, { k0: 1, k1: 2 }, 0, 1);
    kernels.fillNormal(b!, { k0: 3, k1: 4 }, 0, 1);
    contenders.push({
      name: `Init Lab ${build}`,
      run: async () => kernels.matmulNN(a!, b!, c!, n, n, n),
    });
  }
  for (const peer of await peers()) {
    if (n <= peer.largest) contenders.push({ name: peer.name, run: await peer.product(n) });
  }
  return race(contenders, rounds);
}

async function experiment(shape: Shape, rounds: number): Promise<Record<string, number>> {
  const relaxed = await load('relaxed-simd');
  const contenders: Contender[] = [
    { name: 'Init Lab relaxed-simd', run: async () => ours(relaxed, shape) },
  ];
  for (const peer of await peers()) {
    if (shape.width * shape.depth <= peer.largest * 50 && !peer.name.endsWith('cpu')) {
      contenders.push({ name: peer.name, run: () => peer.experiment(shape) });
    }
  }
  return race(contenders, rounds);
}

/** Duration of a forward run in ms, and peak memory of the kernels in MB. */
async function growth(shape: Shape): Promise<{ ms: number; megabytes: number }> {
  const kernels = await load('relaxed-simd');
  let top = 0;
  const watched: Kernels = {
    ...kernels,
    allocate: (length, type) => {
      const tensor = kernels.allocate(length, type);
      top = Math.max(top, kernels.mark());
      return tensor;
    },
  };
  const base = kernels.mark();
  ours(watched, shape);
  const start = performance.now();
  ours(watched, shape);
  return { ms: performance.now() - start, megabytes: (top - base) / 1e6 };
}

function configOf(query: string): ExperimentConfig {
  const { lab } = parseQuery(query);
  return laneConfig(lab, lab.lanes[0]!);
}

/** A pool of the app's workers; `wait` resolves at the next reply of the given type from a run. */
function pool(size: number): {
  client: Pool;
  wait: (runId: number, type: Reply['type']) => Promise<void>;
} {
  const waiting: { runId: number; type: string; done: () => void }[] = [];
  const client = createClient({
    spawn: spawnWorker,
    kernels: loadKernelModule(),
    size,
    schedule: (flush) => requestAnimationFrame(flush),
    onReady: () => undefined,
    onRestart: () => undefined,
    onReplies: (replies) => {
      for (const reply of replies) {
        for (const each of waiting) {
          if (each.runId === reply.runId && each.type === reply.type) each.done();
        }
      }
    },
  });
  return {
    client,
    wait: (runId, type) =>
      new Promise((resolve) => {
        waiting.push({ runId, type, done: resolve });
      }),
  };
}

/** Time in ms for two lanes on a pool of `size` workers. */
async function lanes(size: number, rounds: number): Promise<number> {
  const { client, wait } = pool(size);
  const config = configOf('lane=he_normal&depth=20&width=512&batch=256');
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const start = performance.now();
    await Promise.all(
      [0, 1].map((lane) =>
        wait(
          client.run(lane, { kind: 'experiment', config, domains: sharedDomains([config]) }),
          'done',
        ),
      ),
    );
    if (round >= 0) times.push(performance.now() - start);
  }
  client.dispose();
  return median(times);
}

/** Median times in ms for one lane of 50 × 512 × 512 on one worker and shared by two, which take turns. */
async function sharing(
  backward: boolean,
  rounds: number,
): Promise<{ readonly one: number; readonly two: number; readonly ratio: number }> {
  const config = configOf(`lane=he_normal&depth=50&width=512&batch=512&backward=${+backward}`);
  const contenders = [1, 2].map((size) => {
    const { client, wait } = pool(size);
    client.prepare(size);
    const job: Job = { kind: 'experiment', config, domains: sharedDomains([config]) };
    return { name: String(size), run: () => wait(client.run(0, job), 'done'), client };
  });
  const times: (readonly [number, number])[] = [];
  const time = async (run: () => Promise<void>): Promise<number> => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  for (let round = -1; round < rounds; round += 1) {
    const one = await time(contenders[0]!.run);
    const two = await time(contenders[1]!.run);
    if (round >= 0) times.push([one, two]);
  }
  for (const { client } of contenders) client.dispose();
  return {
    one: median(times.map(([one]) => one)),
    two: median(times.map(([, two]) => two)),
    ratio: median(times.map(([one, two]) => one / two)),
  };
}

/** Time in ms from the request to cancel a large run until it has stopped. */
async function cancelling(size: number, rounds: number): Promise<number> {
  const { client, wait } = pool(size);
  client.prepare(size);
  const config = configOf('lane=he_normal&depth=100&width=1024&batch=256');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const run = client.run(0, { kind: 'experiment', config, domains: sharedDomains([config]) });
    await wait(run, 'layer');
    await new Promise((resolve) => setTimeout(resolve, 37 * round));
    const start = performance.now();
    const stopped = wait(run, 'cancelled');
    client.cancel(run);
    await stopped;
    times.push(performance.now() - start);
  }
  client.dispose();
  return median(times);
}

interface NetShape {
  readonly sizes: readonly number[];
  readonly batch: number;
  readonly act: 'tanh' | 'relu';
  readonly rate: number;
}

/** The app's training step on a fixed mini-batch: forward, loss, backward, update. */
async function ourSteps(
  layers: readonly LayerShape[],
  { batch, act, rate }: Pick<NetShape, 'batch' | 'act' | 'rate'>,
): Promise<(n: number) => Promise<void>> {
  const kernels = await load('relaxed-simd');
  const spec = { id: act, params: {} } as const;
  const network = allocateNetwork(kernels, {
    layers: layers.map((layer, i) => ({
      ...layer,
      isOutput: i === layers.length - 1,
      role: 'plain',
      factor: 1,
      norm: 'none',
    })),
    act: spec,
    rows: batch,
    keep: 1,
  });
  network.layers.forEach(({ weights, shape: { fanIn } }, i) => {
    kernels.fillNormal(
      weights,
      { k0: i, k1: 7 },
      0,
      scaleOf({ width: fanIn, depth: 1, batch, act }),
    );
  });
  kernels.fillNormal(network.input, { k0: 1, k1: 2 }, 0, 1);
  const classes = layers.at(-1)!.units;
  const labels = Uint8Array.from({ length: batch }, (_, i) => i % classes);
  const learned = parameters(network);
  const dLogits = kernels.slice(network.dz, 0, batch * classes);
  return async (n) => {
    for (let step = 0; step < n; step += 1) {
      const logits = kernels.slice(
        finish(forward(kernels, network, batch, true)),
        0,
        batch * classes,
      );
      kernels.softmaxCrossEntropy(logits, labels, dLogits, batch, classes);
      finish(backward(kernels, network, batch));
      descend(kernels, learned, null, rate, 0);
    }
  };
}

/** Training steps per second of each contender. */
async function training(
  shape: NetShape,
  steps: number,
  rounds: number,
): Promise<Record<string, number>> {
  const layers = shape.sizes.slice(1).map((units, i) => denseShape(shape.sizes[i]!, units));
  const own = await ourSteps(layers, shape);
  const contenders: Contender[] = [{ name: 'Init Lab relaxed-simd', run: () => own(steps) }];
  for (const { name, prepare } of trainers()) {
    const run = await prepare(shape);
    contenders.push({ name, run: () => run(steps) });
  }
  const times = await race(contenders, rounds);
  return Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, (1000 * steps) / ms]));
}

interface ConvSizes {
  readonly depth: number;
  readonly channels: number;
  readonly batch: number;
}

/** Prepares convolutional networks, 3 × 3 on 8 × 8; adds `convRound`, which times each contender once, in ms. */
async function convolutions(measured: ConvSizes, trained: ConvSizes, steps: number) {
  const kernels = await load('relaxed-simd');
  const classes = 10;
  const conv = (channels: number): LayerShape =>
    convShape({ side: 8, channels, units: trained.channels, kernel: 3, padding: 'zero' });
  const layers = Array.from({ length: trained.depth }, (_, i) =>
    conv(i === 0 ? 1 : trained.channels),
  );
  const { batch } = trained;
  const train = await ourSteps([...layers, denseShape(64 * trained.channels, classes)], {
    batch,
    act: 'relu',
    rate: 0.001,
  });
  const query = `lane=he_normal&net=conv&depth=${measured.depth}&width=${measured.channels}&batch=${measured.batch}&act=relu&backward=0`;
  const peer = await convPeer({ ...trained, classes, rate: 0.001 });
  const time = async (run: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  Object.assign(bench, {
    async convRound() {
      return {
        forward: {
          'Init Lab relaxed-simd': await time(async () => runLane(kernels, query)),
          [peer.name]: await time(() => peer.forward(measured)),
        },
        train: {
          'Init Lab relaxed-simd': await time(() => train(steps)),
          [peer.name]: await time(() => peer.train(steps)),
        },
      };
    },
  });
}

/** All of target T4 (docs/targets.md) on a pool of two: which seeds learn, at which step, and the total time in ms. */
async function manySeeds(query: string, seeds: number) {
  const found: Record<number, { learnedAt: (number | null)[]; gradient: number[] }> = {};
  const waiting = new Map<number, () => void>();
  const client = createClient({
    spawn: spawnWorker,
    kernels: loadKernelModule(),
    size: 2,
    schedule: (flush) => requestAnimationFrame(flush),
    onReady: () => undefined,
    onRestart: () => undefined,
    onReplies: (replies) => {
      for (const reply of replies) {
        if (reply.type === 'trained') {
          const lane = (found[reply.lane] ??= { learnedAt: [], gradient: [] });
          lane.learnedAt.push(reply.run.learnedAt);
          lane.gradient.push(reply.run.records[0]!.firstLayerGradient);
        }
        if (reply.type === 'done') waiting.get(reply.runId)?.();
      }
    },
  });
  const { lanes: configs } = raceLanes(parseQuery(query, 'race'));
  const start = performance.now();
  await Promise.all(
    configs.map(
      (config, lane) =>
        new Promise<void>((resolve) => {
          const all = Array.from({ length: seeds }, (_, i) => i + 1);
          waiting.set(client.run(lane, { kind: 'runs', config, seeds: all }), resolve);
        }),
    ),
  );
  const ms = performance.now() - start;
  client.dispose();
  return { ms, lanes: configs.map((_, lane) => found[lane]!) };
}

/** The functions called by run.mjs; `convolutions` adds one when it has run. */
const bench: Record<string, unknown> = {
  product,
  experiment,
  growth,
  lanes,
  sharing,
  cancelling,
  training,
  convolutions,
  manySeeds,
};
Object.assign(globalThis, { bench });
document.title = 'ready';
