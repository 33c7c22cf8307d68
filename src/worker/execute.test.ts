import { expect, test } from 'vitest';
import { sharedDomains } from '../engine/domains.ts';
import { laneConfig } from '../engine/lab.ts';
import { parseQuery } from '../engine/query.ts';
import { createReference } from '../kernels/reference.ts';
import { execute, remainder, transfers } from './execute.ts';
import type { Job } from './protocol.ts';

const { lab } = parseQuery('lane=he_normal&depth=3&width=8&batch=4');
const config = laneConfig(lab, lab.lanes[0]!);
const JOBS: readonly Job[] = [
  { kind: 'experiment', config, domains: sharedDomains([config]) },
  { kind: 'fan', config, seeds: [1, 2] },
  { kind: 'weights', config, layer: 2, limit: 4 },
];

test.each(JOBS)('$kind gives its parts and frees its memory', (job) => {
  const kernels = createReference();
  const before = kernels.mark();
  const parts = [...execute(job, kernels)].flatMap((part) => (part === null ? [] : [part.type]));
  const expected = {
    experiment: ['input', 'layer', 'layer', 'layer', 'backward', 'backward', 'backward'],
    fan: ['fan', 'fan'],
    weights: ['weights'],
  };
  expect(parts).toEqual(expected[job.kind]);
  expect(kernels.mark()).toBe(before);
});

test.each(JOBS)('$kind frees its memory when it is abandoned', (job) => {
  const kernels = createReference();
  const before = kernels.mark();
  const run = execute(job, kernels);
  run.next();
  run.next();
  run.return(null);
  expect(kernels.mark()).toBe(before);
});

test('every histogram of a part is handed over', () => {
  const first = [...execute(JOBS[0]!, createReference())].find((part) => part?.type === 'layer');
  // Three arrays with two histograms and their magnitudes each.
  expect(transfers(first!).length).toBe(9);
});

test('a fan goes on where it stepped aside', () => {
  expect(remainder(JOBS[1]!, 1)).toMatchObject({ seeds: [2] });
});
