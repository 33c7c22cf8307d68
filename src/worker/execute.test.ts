import { expect, test } from 'vitest';
import { sharedDomains } from '../engine/lab/domains.ts';
import { laneConfig } from '../engine/lab/lab.ts';
import { parseQuery } from '../engine/lab/query.ts';
import { createReference } from '../kernels/reference.ts';
import { DEFAULT_TRAIN } from '../engine/lab/trainSettings.ts';
import { execute } from './execute.ts';
import type { Tools } from './execute.ts';
import type { Part } from './parts.ts';
import type { Job, RaceJob } from './protocol.ts';
import { handOver, remainder } from './remainder.ts';
import { sessionBuffers } from './sessionBuffers.ts';
import { createSessions } from './sessions.ts';
import { transfers } from './transfers.ts';

const { lab } = parseQuery('lane=he_normal&depth=3&width=8&batch=4');
const config = laneConfig(lab, lab.lanes[0]!);
const domains = sharedDomains([config]);
const race = {
  experiment: { ...config, input: 'circle' as const },
  train: { ...DEFAULT_TRAIN, steps: 120 },
};
const tools = (): Tools => ({
  kernels: createReference(),
  sessions: createSessions(createReference, 2),
});
const JOBS: readonly Job[] = [
  { kind: 'experiment', config, domains },
  { kind: 'seedBand', config, seeds: [1, 2] },
  { kind: 'weights', config, layer: 2, limit: 4 },
  { kind: 'race', config: race, from: 0 },
  {
    kind: 'inspect',
    cheap: false,
    config: race,
    step: 70,
    domains,
    layers: true,
    matrix: { layer: 1, limit: 4 },
    maps: null,
  },
  { kind: 'runs', config: race, seeds: [1, 2] },
];

test.each(JOBS)('$kind gives its parts and frees its memory', (job) => {
  const { kernels, sessions } = tools();
  const before = kernels.mark();
  const parts = [...execute(job, { kernels, sessions })].flatMap((part) =>
    part === null ? [] : [part.type],
  );
  const expected = {
    experiment: ['input', 'layer', 'layer', 'layer', 'backward', 'backward', 'backward'],
    seedBand: ['seedBand', 'seedBand'],
    weights: ['weights'],
    race: [...Array.from({ length: 6 }, () => 'record'), 'ended'],
    inspect: ['inspected'],
    runs: ['trained', 'trained'],
  };
  expect(parts).toEqual(expected[job.kind]);
  expect(kernels.mark()).toBe(before);
});

test.each(JOBS)('$kind frees its memory when it is abandoned', (job) => {
  const { kernels, sessions } = tools();
  const before = kernels.mark();
  const run = execute(job, { kernels, sessions });
  run.next();
  run.next();
  run.return(null);
  expect(kernels.mark()).toBe(before);
});

test('every histogram of a part is handed over', () => {
  const first = [...execute(JOBS[0]!, tools())].find((part) => part?.type === 'layer');
  // Three arrays with two histograms and their magnitudes each.
  expect(transfers(first!).length).toBe(9);
});

test('a seed band goes on where it stepped aside', () => {
  expect(remainder(JOBS[1]!, 1)).toMatchObject({ seeds: [2] });
  expect(remainder(JOBS[5]!, 1)).toMatchObject({ seeds: [2] });
});

const recordsOf = (run: Iterable<Part | null>): readonly number[] =>
  [...run].flatMap((part) => (part?.type === 'record' ? [part.record.step] : []));

test('a race that stepped aside goes on with what it has; one that is over is told again', () => {
  const all = tools();
  const job = JOBS[3]!;
  const first = execute(job, all);
  let given = 0;
  while (given < 2) if (first.next().value != null) given += 1;
  first.return(null);
  expect(recordsOf(execute(remainder(job, given), all))).toEqual([20, 50, 100, 120]);
  expect(recordsOf(execute(job, all))).toEqual([0, 2, 20, 50, 100, 120]);
  // Six records and the end: two finished races would otherwise take turns for ever.
  expect([...execute(remainder(job, 7), all)]).toEqual([]);
});

test.each([0, 1, 3, 6])('a race handed over after %i parts ends as it would have here', (parts) => {
  const job = JOBS[3]! as RaceJob;
  const [here, there] = [tools(), tools()];
  const all = [...execute(job, tools())].filter((part) => part !== null);
  const run = execute(job, here);
  const begun: Part[] = [];
  while (begun.length < parts) {
    const part = run.next().value;
    if (part != null && 'type' in part) begun.push(part);
  }
  run.return(null);
  const sent = handOver(job, begun.length, here.sessions);
  const rest = structuredClone(sent, { transfer: [...sessionBuffers(sent)] });
  expect(here.sessions.handOver(job.config)).toBeNull();
  const ended = [...execute(rest, there)].filter((part) => part !== null);
  expect([...begun, ...ended]).toEqual(all);
  // The checkpoints came along: a look back repeats no step and gives the same network.
  expect([...execute(JOBS[4]!, there)].filter((part) => part !== null)).toEqual(
    [...execute(JOBS[4]!, tools())].filter((part) => part !== null),
  );
});

test('a look gives the network as it was, and a thread that has lost the race runs it again', () => {
  const seen = (all: Tools): Part => {
    const parts = [...execute(JOBS[4]!, all)];
    return parts.find((part) => part?.type === 'inspected')!;
  };
  const kept = tools();
  for (const _ of execute(JOBS[3]!, kept));
  expect(seen(kept)).toEqual(seen(tools()));
});

test('old sessions make room for new ones', () => {
  let made = 0;
  const sessions = createSessions(() => {
    made += 1;
    return createReference();
  }, 2);
  const of = (lr: number) => sessions.of({ ...race, train: { ...race.train, lr } });
  const first = of(0.1);
  of(0.2);
  expect(of(0.1)).toBe(first);
  of(0.3);
  expect(of(0.1)).toBe(first);
  expect(made).toBe(3);
  of(0.2);
  expect(made).toBe(4);
});
