import { expect, test } from 'vitest';
import { parseQuery } from '../../engine/lab/query.ts';
import type { Client, Reply } from '../../worker/client.ts';
import { askedOfLab } from '../lab/labRunner.ts';
import { createReplyRouter } from './replyRouter.ts';

test('each hears the replies to its own runs, in order, and none after the end', () => {
  let next = 0;
  const pool: Client = {
    run: () => (next += 1),
    cancel: () => undefined,
    dispose: () => undefined,
  };
  const router = createReplyRouter(pool);
  const heard: string[] = [];
  const hear = (name: string) => (replies: readonly Reply[]) =>
    void heard.push(`${name}: ${replies.map(({ type, runId }) => `${type} ${runId}`).join(', ')}`);
  const lab = router.clientFor(hear('lab'));
  const races = router.clientFor(hear('races'));
  const [asked] = askedOfLab(parseQuery(''));
  const job = { kind: 'seedBand', config: asked!.config, seeds: [1] } as const;
  const [first, second] = [lab.run(0, job), races.run(0, job)];
  const done = (runId: number): Reply => ({
    type: 'done',
    lane: 0,
    runId,
    ms: 1,
    outcome: null,
  });
  const weights = (runId: number): Reply => ({ type: 'weights', lane: 0, runId, sample: null });
  router.onReplies([weights(first), weights(second), done(first)]);
  router.onReplies([weights(first), done(second), weights(99)]);
  expect(heard).toEqual(['lab: weights 1, done 1', 'races: weights 2', 'races: done 2']);
});
