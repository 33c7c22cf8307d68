import { expect, test } from 'vitest';
import { createKernels } from '../../scripts/kernels.mjs';
import { sharedDomains } from '../engine/lab/domains.ts';
import { laneConfig } from '../engine/lab/lab.ts';
import { parseQuery } from '../engine/lab/query.ts';
import type { Kernels } from '../engine/kernels.ts';
import { executeLab } from './executeLab.ts';
import { executeHalf } from './executeHalf.ts';
import type { Link } from './executeHalf.ts';
import type { Run } from './parts.ts';

const { lab } = parseQuery('lane=he_normal&depth=6&width=20&batch=9&act=tanh');
const config = laneConfig(lab, lab.lanes[0]!);
const domains = sharedDomains([config]);

interface Thread {
  readonly parts: unknown[];
  readonly outcome: unknown;
}

/** Drives a half as a worker does: when it waits, nothing happens until a message arrives. */
async function drive(start: (link: Link) => Run): Promise<Thread> {
  let waiting = false;
  let arrived = (): void => undefined;
  const link: Link = {
    onWait: () => {
      waiting = true;
    },
    onArrival: () => arrived(),
  };
  const parts: unknown[] = [];
  const run = start(link);
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return { parts, outcome: step.value };
    if (step.value !== null) parts.push(step.value);
    if (!waiting) continue;
    waiting = false;
    await new Promise<void>((resolve) => {
      arrived = resolve;
    });
  }
}

const halves = (a: Kernels, b: Kernels) => {
  const { port1, port2 } = new MessageChannel();
  return Promise.all([
    drive((link) => executeHalf({ kind: 'compute', config, domains, port: port1 }, a, link)),
    drive((link) => executeHalf({ kind: 'measure', config, domains, port: port2 }, b, link)),
  ]);
};

test('two halves over a channel reply what one worker replies', async () => {
  const kernels = await createKernels();
  const alone = executeLab({ kind: 'experiment', config, domains }, kernels);
  const parts = [];
  let step = alone.next();
  for (; step.done !== true; step = alone.next()) if (step.value !== null) parts.push(step.value);
  const [compute, measure] = await halves(await createKernels(), kernels);
  expect(measure.parts).toStrictEqual(parts);
  expect(measure.outcome).toStrictEqual(step.value);
  expect(compute.parts).toEqual([]);
  expect(compute.outcome).toBe(null);
});

test('abandoned halves free their memory', async () => {
  const pair = [await createKernels(), await createKernels()] as const;
  const before = pair.map((kernels) => kernels.mark());
  const { port1, port2 } = new MessageChannel();
  const link: Link = { onWait: () => undefined, onArrival: () => undefined };
  const runs = [
    executeHalf({ kind: 'compute', config, domains, port: port1 }, pair[0], link),
    executeHalf({ kind: 'measure', config, domains, port: port2 }, pair[1], link),
  ];
  for (const run of runs) {
    for (let i = 0; i < 9; i += 1) run.next();
    run.return(null);
  }
  expect(pair.map((kernels) => kernels.mark())).toEqual(before);
});
