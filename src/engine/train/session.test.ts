import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { parseQuery } from '../lab/query.ts';
import { finish } from '../pace.ts';
import { raceLanes } from './lanes.ts';
import { runTraining } from './results.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';
import { createTrainer } from './trainer.ts';

const lane = (query: string) => raceLanes(parseQuery(query, 'race')).lanes[0]!;
const weightsAt = (session: Session, step: number): Float32Array =>
  finish(
    session.visit(step, function* (trainer) {
      yield { type: 'tick' };
      return trainer.save();
    }),
  );

test.each([
  ['plain', 'lane=he_normal&depth=3&width=8&steps=170'],
  [
    'momentum and batch norm',
    'lane=he_normal&depth=3&width=8&steps=170&momentum=0.9&rescue=batch_norm',
  ],
])('%s: as it was at any step, bit by bit', async (_name, query) => {
  const config = lane(`${query}&input=moons`);
  const session = createSession(config, await createKernels());
  while (session.outcome() === null) finish(session.advance());
  for (const step of [0, 7, 50, 133, 170]) {
    const kernels = await createKernels();
    const fresh = createTrainer(config, kernels);
    for (let i = 0; i < step; i += 1) fresh.step(i);
    expect(weightsAt(session, step)).toEqual(fresh.save());
  }
  expect(session.records).toEqual(runTraining(config, await createKernels()).records);
});

test('a cheap look reads the checkpoint at or before the step', async () => {
  const config = lane('lane=he_normal&depth=2&width=8&steps=400&input=circle');
  const session = createSession(config, await createKernels(), { checkpointBytes: 3000 });
  while (session.outcome() === null) finish(session.advance());
  const look = (step: number, cheap: boolean) =>
    finish(
      session.visit(
        step,
        function* (trainer, at) {
          yield { type: 'tick' };
          return { at, weights: trainer.save() };
        },
        cheap,
      ),
    );
  for (const step of [0, 49, 120, 399]) {
    const { at, weights } = look(step, true);
    expect(at).toBeLessThanOrEqual(step);
    expect(weights).toEqual(look(at, false).weights);
  }
  // 3000 bytes hold a state of its 114 parameters every hundred steps.
  expect(look(399, true).at).toBe(300);
  expect(look(400, true).at).toBe(400);
});

test('a state before an overflow trains on as it did then', async () => {
  const config = lane('lane=random_normal(std=3)&depth=6&width=8&steps=200&lr=1&input=moons');
  const session = createSession(config, await createKernels());
  while (session.outcome() === null) finish(session.advance());
  expect(session.outcome()?.divergedAt).not.toBeNull();
  const start = weightsAt(session, 0);
  expect([...start].every(Number.isFinite)).toBe(true);
  const fresh = createTrainer(config, await createKernels());
  fresh.step(0);
  expect(weightsAt(session, 1)).toEqual(fresh.save());
});

test('looking back in the middle of a run, or giving up while looking, changes nothing', async () => {
  const config = lane('lane=xavier_normal&depth=3&width=8&steps=150&input=xor');
  const session = createSession(config, await createKernels());
  finish(session.advance());
  finish(session.advance());
  const half = session.advance();
  for (let i = 0; i < 20; i += 1) half.next();
  half.return();
  const here = weightsAt(session, session.at());
  const visit = session.visit(30, function* () {
    yield { type: 'tick' };
  });
  for (let i = 0; i < 5; i += 1) visit.next();
  visit.return();
  expect(weightsAt(session, session.at())).toEqual(here);
  while (session.outcome() === null) finish(session.advance());
  expect(session.records).toEqual(runTraining(config, await createKernels()).records);
});

test('few checkpoints are enough, at the price of more steps again', async () => {
  const config = lane('lane=he_normal&depth=2&width=8&steps=400&input=circle');
  const tight = createSession(config, await createKernels(), { checkpointBytes: 3000 });
  const roomy = createSession(config, await createKernels());
  for (const session of [tight, roomy]) {
    while (session.outcome() === null) finish(session.advance());
  }
  for (const step of [0, 60, 349, 400]) {
    expect(weightsAt(tight, step)).toEqual(weightsAt(roomy, step));
  }
});
