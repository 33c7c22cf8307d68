/** Starts the threads at once, and the runners when the page needs its first numbers; each only once. */
import { createClient, followDevice, kernelsOfPool, spawnWorker } from '../worker/client.ts';
import type { Client, Reply } from '../worker/client.ts';
import { LIMITS } from '../engine/lab/config.ts';
import { createLabRunner } from './lab/labRunner.ts';
import { drawWait } from './late/drawPace.ts';
import { createRaceRunner } from './race/raceRunner.ts';
import { createReplyRouter } from './state/replyRouter.ts';
import { tellRestart, useStore } from './store.ts';

/** Calls back after the next frame, in a task of its own: what is drawn then is not one task with layout and painting. */
const afterFrame = (run: () => void): void => void requestAnimationFrame(() => setTimeout(run, 0));

const cores = Math.min(LIMITS.lanes.max, navigator.hardwareConcurrency || 1);

const pool = createClient({
  spawn: spawnWorker,
  kernels: kernelsOfPool(),
  // The second thread tells whether a device that names one core has more.
  size: Math.max(2, cores),
  inUse: cores,
  // So that what is drawn next holds as much as can be.
  schedule: (flush) => setTimeout(() => afterFrame(flush), drawWait() / 2),
  onReplies: (replies) => router.onReplies(replies),
  onRestart: tellRestart,
  onReady: (build) => {
    if (useStore.getState().build !== build) useStore.setState({ build });
  },
});
const router = createReplyRouter(pool);
// Runs as soon as this file is loaded, before the page is drawn; the other cores are left for drawing.
pool.prepare(1);
useStore.setState({ threads: cores });

function setThreads(threads: number): void {
  pool.setInUse(threads);
  if (useStore.getState().threads !== threads) useStore.setState({ threads });
}

/** Starts the other threads, when the page is drawn, and finds out how many of them run at once. */
export function prepareAllThreads(): void {
  pool.prepare(pool.size);
  // Without that code, all are used that the device names.
  followDevice(pool, setThreads).catch(() => undefined);
}

let started = false;

/** `whenComplete` calls back when the page is complete; only then do races play. */
export function startComputing(whenComplete: (run: () => void) => void): Client {
  if (started) return pool;
  started = true;
  const hearLab = (replies: readonly Reply[]): void => lab.onReplies(replies);
  const hearRaces = (replies: readonly Reply[]): void => races.onReplies(replies);
  const lab = createLabRunner(useStore, router.clientFor(hearLab), {
    threads: pool.inUse,
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
    frame: afterFrame,
    after: (ms, run) => setTimeout(run, ms),
    complete: whenComplete,
  });
  return pool;
}
