/** Starts the threads and the runner; once, when the page needs its first numbers. */
import { createClient, loadKernelModule, spawnWorker } from '../worker/client.ts';
import type { Reply } from '../worker/client.ts';
import type { Client } from '../worker/client.ts';
import { LIMITS } from '../engine/lab/config.ts';
import { createRaceRunner } from './race/raceRunner.ts';
import { createRunner } from './lab/runner.ts';
import { useStore } from './store.ts';

let client: Client | null = null;

export function startComputing(): Client {
  if (client !== null) return client;
  let onReplies = (_replies: readonly Reply[]): void => undefined;
  client = createClient({
    spawn: spawnWorker,
    kernels: loadKernelModule(),
    size: Math.max(1, Math.min(LIMITS.lanes.max, navigator.hardwareConcurrency || 1)),
    schedule: (flush) => requestAnimationFrame(flush),
    onReplies: (replies) => onReplies(replies),
    onReady: (build) => {
      if (useStore.getState().build !== build) useStore.setState({ build });
    },
  });
  const runners = [
    createRunner(useStore, client),
    createRaceRunner(useStore, client, {
      now: () => performance.now(),
      frame: (run) => requestAnimationFrame(run),
    }),
  ];
  onReplies = (replies) => {
    for (const runner of runners) runner.onReplies(replies);
  };
  return client;
}
