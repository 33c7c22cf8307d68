/** Starts the threads at once, and the runners when the page needs its first numbers; each only once. */
import { createClient, kernelsOfPool, spawnWorker } from '../worker/client.ts';
import type { Client, Reply } from '../worker/client.ts';
import { LIMITS } from '../engine/lab/config.ts';
import { createLabRunner } from './lab/labRunner.ts';
import { drawWait } from './late/drawPace.ts';
import { createRaceRunner } from './race/raceRunner.ts';
import { createReplyRouter } from './state/replyRouter.ts';
import { useStore } from './store.ts';

const cores = navigator.hardwareConcurrency || 1;

const pool = createClient({
  spawn: spawnWorker,
  kernels: kernelsOfPool(),
  size: Math.max(1, Math.min(LIMITS.lanes.max, cores)),
  // So that what is drawn next holds as much as can be.
  schedule: (flush) => setTimeout(() => requestAnimationFrame(flush), drawWait() / 2),
  onReplies: (replies) => router.onReplies(replies),
  onRestart: () => useStore.setState({ restarted: true }),
  onReady: (build) => {
    if (useStore.getState().build !== build) useStore.setState({ build });
  },
});
const router = createReplyRouter(pool);
// Runs as soon as this file is loaded, before the page is drawn; the other cores are left for drawing.
pool.prepare(1);

/** Starts the other threads, when the page is drawn. */
export const prepareAllThreads = (): void => pool.prepare(cores);

let started = false;

export function startComputing(): Client {
  if (started) return pool;
  started = true;
  const hearLab = (replies: readonly Reply[]): void => lab.onReplies(replies);
  // In a task of its own, like what the runner draws.
  const hearRaces = (replies: readonly Reply[]): void =>
    void setTimeout(() => races.onReplies(replies), 0);
  const lab = createLabRunner(useStore, router.clientFor(hearLab), {
    threads: cores,
    clock: {
      now: () => performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
  });
  const races = createRaceRunner(useStore, router.clientFor(hearRaces), {
    now: () => performance.now(),
    // In a task of its own: what is drawn then is not one task with the layout and the painting of the frame before.
    frame: (run) => requestAnimationFrame(() => setTimeout(run, 0)),
    after: (ms, run) => setTimeout(run, ms),
  });
  return pool;
}
