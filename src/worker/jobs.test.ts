import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from './jobs.ts';
import { createJobs } from './jobs.ts';

const entry = (
  runId: number,
  lane = 0,
  kind: Entry<string>['kind'] = 'experiment',
): Entry<string> => ({ lane, runId, kind, job: `job ${runId}` });

test('one runs and one waits; the newest wins, what it replaces ends at once', () => {
  const jobs = createJobs<string>();
  expect(jobs.accept(entry(1))).toBeNull();
  expect(jobs.take()?.runId).toBe(1);
  expect(jobs.decide(0)).toBe('continue');
  expect(jobs.accept(entry(2))).toBeNull();
  expect(jobs.decide(0)).toBe('cancel');
  expect(jobs.accept(entry(3))?.runId).toBe(2);
  expect(jobs.take()).toBeNull();
  jobs.finish();
  expect(jobs.take()?.runId).toBe(3);
});

test('lanes do not disturb one another', () => {
  const jobs = createJobs<string>();
  jobs.accept(entry(1, 0));
  jobs.take();
  jobs.accept(entry(2, 1));
  expect(jobs.decide(0)).toBe('continue');
  jobs.finish();
  expect(jobs.take()?.runId).toBe(2);
});

test('an experiment goes before a seed band, which steps aside and is taken up again with its rest', () => {
  const jobs = createJobs<string>();
  jobs.accept(entry(1, 0, 'seedBand'));
  jobs.take();
  jobs.accept(entry(2, 1));
  expect(jobs.decide(0)).toBe('yield');
  jobs.finish('the rest');
  expect(jobs.take()?.runId).toBe(2);
  expect(jobs.decide(0)).toBe('continue');
  jobs.finish();
  expect(jobs.take()).toMatchObject({ runId: 1, job: 'the rest' });
  expect(jobs.decide(0)).toBe('continue');
});

test('races take turns, a record each; a look goes first and does not wait for a record', () => {
  const jobs = createJobs<string>();
  jobs.accept(entry(1, 0, 'race'));
  jobs.accept(entry(2, 2, 'race'));
  expect(jobs.take()?.runId).toBe(1);
  expect(jobs.decide(0)).toBe('continue');
  expect(jobs.decide(1)).toBe('yield');
  jobs.finish('rest of 1');
  expect(jobs.take()?.runId).toBe(2);
  jobs.accept(entry(3, 2, 'inspect'));
  expect(jobs.decide(0)).toBe('yield');
  jobs.finish('rest of 2');
  expect(jobs.take()?.runId).toBe(3);
  jobs.finish();
  expect(jobs.take()).toMatchObject({ runId: 1, job: 'rest of 1' });
});

test('cancelling ends a waiting job and stops a running one', () => {
  const jobs = createJobs<string>();
  jobs.accept(entry(1));
  jobs.accept(entry(2, 1));
  jobs.take();
  expect(jobs.cancel(2)?.runId).toBe(2);
  expect(jobs.cancel(1)).toBeNull();
  expect(jobs.decide(0)).toBe('cancel');
  jobs.finish();
  expect(jobs.idle()).toBe(true);
});

test('a race is handed over at its next pause, a waiting one at once', () => {
  const jobs = createJobs<string>();
  jobs.accept(entry(1, 0, 'race'));
  jobs.accept(entry(2, 1, 'race'));
  jobs.take();
  expect(jobs.handOver(2)?.runId).toBe(2);
  expect(jobs.handOver(1)).toBeNull();
  expect(jobs.decide(0)).toBe('handOver');
  jobs.finish();
  expect(jobs.idle()).toBe(true);
  // A later run does not inherit it.
  jobs.accept(entry(3, 0, 'race'));
  jobs.take();
  expect(jobs.decide(0)).toBe('continue');
});

test('whatever happens, every accepted job ends exactly once', () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('accept' as const),
      lane: fc.nat(2),
      kind: fc.constantFrom('experiment', 'seedBand', 'weights', 'race', 'inspect', 'runs'),
    }),
    fc.record({ do: fc.constant('cancel' as const), back: fc.nat(4) }),
    fc.record({ do: fc.constant('pause' as const) }),
    fc.record({ do: fc.constant('finish' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const jobs = createJobs<string>();
      const ended: number[] = [];
      let accepted = 0;
      let running: Entry<string> | null = null;
      const end = (each: Entry<string> | null): void => {
        if (each !== null) ended.push(each.runId);
      };
      const pause = (): void => {
        running ??= jobs.take();
        if (running === null) return;
        const decision = jobs.decide(1);
        if (decision === 'continue') return;
        if (decision === 'cancel') end(running);
        jobs.finish(decision === 'cancel' ? undefined : running.job);
        running = null;
      };
      for (const each of steps) {
        if (each.do === 'accept') {
          accepted += 1;
          end(jobs.accept(entry(accepted, each.lane, each.kind)));
        } else if (each.do === 'cancel') {
          end(jobs.cancel(accepted - each.back));
        } else if (each.do === 'pause') {
          pause();
        } else if (running !== null && jobs.decide(1) !== 'cancel') {
          end(running);
          jobs.finish();
          running = null;
        }
      }
      while (!jobs.idle()) {
        running ??= jobs.take();
        end(running);
        jobs.finish();
        running = null;
      }
      expect(ended.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: accepted }, (_, i) => i + 1),
      );
    }),
  );
});
