/** What the map keeps when its threads fail, over workers that only do what a test tells them. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { JacobianNet } from '../../engine/map/jacobian.ts';
import type { TrainabilityCell, TrainabilityGrid } from '../../engine/map/trainability.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import type { MapTask } from '../../worker/map/mapClient.ts';
import type { MapState } from './mapStore.ts';

let workers: FakeWorker[] = [];

class FakeWorker extends EventTarget {
  readonly tasks: MapTask[] = [];

  constructor() {
    super();
    workers.push(this);
  }

  postMessage(message: { readonly type: string; readonly task: MapTask }): void {
    if (message.type === 'run') this.tasks.push(message.task);
  }

  terminate(): void {
    workers = workers.filter((each) => each !== this);
  }

  tell(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  fail(): void {
    this.terminate();
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'gone' }));
  }
}

let map: { readonly getState: () => MapState };

beforeAll(async () => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('document', { documentElement: { lang: 'en', dataset: {} } });
  vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
  map = (await import('./mapStore.ts')).useMap;
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => map.getState().leave());

const { lab, train } = parseQuery('act=tanh&width=8&steps=10', 'race');
const GRID: TrainabilityGrid = {
  lab,
  train,
  biasVariance: 0,
  depths: [2, 3],
  weightVariances: [1, 2],
  seeds: 1,
};

/** The worker whose newest task is of this kind, once it has it. */
const workerWith = (kind: MapTask['kind'], count = 1): Promise<FakeWorker> =>
  vi.waitFor(() => {
    const found = workers.find(
      ({ tasks }) => tasks.length === count && tasks.at(-1)?.kind === kind,
    );
    if (found === undefined) throw new Error(`no worker with ${count} of ${kind}`);
    return found;
  });

const cellsOf = ({ tasks }: FakeWorker): TrainabilityCell[] =>
  tasks.flatMap((task) => (task.kind === 'cell' ? [task.cell] : []));

test('cells that are trained stay when a thread dies, and only the others are trained again', async () => {
  map.getState().train(GRID);
  const first = await workerWith('cell');
  const result = { depth: 2, weightVariance: 1, seeds: 1, learned: 1, medianStep: 5, diverged: 0 };
  first.tell({ type: 'part', part: { type: 'cell', result } });
  first.tell({ type: 'done' });
  await workerWith('cell', 2);
  first.fail();
  expect(map.getState().trainability).toMatchObject({ status: 'failed', results: [result] });
  expect(map.getState().problem).toMatchObject({ code: 'crashed' });
  map.getState().again();
  expect(map.getState().problem).toBeNull();
  const second = await workerWith('cell');
  expect(cellsOf(second)).toEqual([{ depth: 2, weightVariance: 2 }]);
  for (let count = 2; count <= 4; count += 1) {
    second.tell({ type: 'done' });
    if (count < 4) await workerWith('cell', count);
  }
  expect(cellsOf(second).length).toBe(3);
  expect(map.getState().trainability).toMatchObject({ status: 'done', results: [result] });
});

const NET: Omit<JacobianNet, 'draw'> = {
  act: { id: 'tanh', params: {} },
  start: { weightVariance: 1, biasVariance: 0 },
  width: 2,
  depth: 3,
  seed: 1,
};

test('layers that a thread sends again stand there once', async () => {
  map.getState().findJacobians(NET);
  const worker = await workerWith('jacobian');
  for (const layer of [1, 2, 1, 2, 3]) {
    const found = { layer, values: new Float64Array(2), mean: 1, variation: 0 };
    worker.tell({ type: 'part', part: { type: 'jacobianLayer', found } });
  }
  expect(map.getState().jacobians.gaussian.map(({ layer }) => layer)).toEqual([1, 2, 3]);
});

test('what has failed is asked for again, and nothing that came later is lost', async () => {
  map.getState().countBornDead(5, 1);
  (await workerWith('bornDead')).fail();
  expect(map.getState().problem).not.toBeNull();
  map.getState().again();
  const again = await workerWith('bornDead');
  expect(again.tasks).toEqual([{ kind: 'bornDead', depth: 5, seed: 1 }]);
  again.fail();
  map.getState().countBornDead(6, 1);
  map.getState().again();
  expect((await workerWith('bornDead')).tasks).toMatchObject([{ depth: 6 }]);
});
