/**
 * The page's side of the threads: a pool in which each lane has a worker of its own for as long as none is idle. It
 * splits many seeds over the pool, drops what is no longer wanted, gathers replies, and replaces
 * workers that have died.
 */
import type { KernelModule } from './kernelModule.ts';
import { createMoves } from './moves.ts';
import type { OutboxOptions } from './outbox.ts';
import { createOutbox } from './outbox.ts';
import type { Counters } from './parallel.ts';
import type {
  ComputeJob,
  FromWorker,
  Job,
  Lane,
  MeasureJob,
  RaceJob,
  RunError,
  RunId,
} from './protocol.ts';
import type { Run } from './runTable.ts';
import { createRunTable } from './runTable.ts';
import { isWorthSharing, isWorthStarting } from './isWorthSharing.ts';
import { sessionBuffers } from './sessionBuffers.ts';
import { seedCount, splitJob } from './splitJob.ts';
import type { ThreadsOptions } from './threads.ts';
import { createThreads } from './threads.ts';
import { answerTimeout, createWatch, MAX_RESTARTS } from './watch.ts';

/** `size`: most workers in the pool. */
export interface ClientOptions
  extends OutboxOptions, Pick<ThreadsOptions, 'size' | 'spawn' | 'kernels'> {
  /** How many of them are used at first; by default, all. */
  readonly inUse?: number;
  readonly onReady: (build: KernelModule['build']) => void;
  /** Called when a worker has stopped responding; a new one repeats its work. */
  readonly onRestart: () => void;
}

export interface Client {
  readonly run: (lane: Lane, job: Job) => RunId;
  readonly cancel: (runId: RunId) => void;
  readonly dispose: () => void;
}

export interface Pool extends Client, Counters {
  /** Starts this many workers in advance; they warm up until there is a job. */
  readonly prepare: (count: number) => void;
  /** Jobs go to this many workers from now on; a race stays with its own. */
  readonly setInUse: (count: number) => void;
  /** How many workers jobs go to. */
  readonly inUse: () => number;
}

export function createClient(options: ClientOptions): Pool {
  const { size, kernels, spawn } = options;
  let inUse = options.inUse ?? size;
  const threads = createThreads({
    size,
    spawn,
    kernels,
    onMessage(slot, message) {
      watch.heard(slot);
      receive(message);
    },
    onDeath: handleWorkerDeath,
  });
  const outbox = createOutbox(options, () => runs.list().length > 0);
  const runs = createRunTable({
    deliver: outbox.put,
    cancelPart: (slot, runId) => threads.at(slot)?.post({ type: 'cancel', runId }),
  });
  const watch = createWatch({
    busy: () => new Set(runs.list().map(([, { slot }]) => slot)),
    ask: (slot) => threads.at(slot)?.post({ type: 'ping' }),
    onSilent: replace,
    timeout: () => timeout,
  });
  const moves = createMoves({
    inUse: () => inUse,
    list: () => runs.list(),
    canTake: (slot, job) => threads.at(slot) !== null || isWorthStarting(job),
    ask: (slot, runId) =>
      void kernels.then(() => threads.at(slot)?.post({ type: 'handOver', runId })),
  });
  /** The count that is being taken: when it ends, and who hears of it. */
  let counting: { readonly until: number; readonly heard: (count: number) => void } | null = null;
  let next: RunId = 1;
  let deaths = 0;
  let timeout = answerTimeout('simd');
  void kernels.then(({ build }) => {
    timeout = answerTimeout(build);
  });

  const newId = (): RunId => {
    next += 1;
    return next - 1;
  };
  const onSlot = (slot: number) => runs.list().filter(([, run]) => run.slot === slot);

  function receive(message: FromWorker): void {
    if (message.type === 'pong' || message.type === 'kernels') return;
    if (message.type === 'ready') return options.onReady(message.build);
    if (message.type === 'counted') {
      if (message.until === counting?.until) counting.heard(message.count);
      return;
    }
    if (message.type === 'handedOver') return goOn(message.runId, message.rest);
    if (message.type === 'done' && runs.has(message.runId)) deaths = 0;
    runs.receive(message);
    if (runs.has(message.runId)) return;
    moves.drop(message.runId);
    moves.balance();
  }

  /** Continues in an idle worker a race that has left its own. */
  function goOn(runId: RunId, rest: RaceJob): void {
    const to = moves.arrive(runId);
    const race = runs.get(runId);
    if (to === null || race === undefined) return;
    const { lane, slot: from, cancelled } = race;
    // Later jobs of this lane have waited for the move.
    for (const [, run] of runs.list()) if (run.lane === lane && run.slot === from) run.slot = to;
    if (cancelled) return runs.end(runId, { type: 'cancelled', lane, runId });
    threads.start(to).post({ type: 'run', lane, runId, job: rest }, sessionBuffers(rest));
    moves.balance();
  }

  function endThread(slot: number): void {
    threads.end(slot);
    watch.forget(slot);
    for (const [runId] of onSlot(slot)) moves.drop(runId);
    deaths += 1;
  }

  function handleWorkerDeath(slot: number, error: RunError): void {
    endThread(slot);
    for (const [runId, { lane }] of onSlot(slot))
      runs.end(runId, { type: 'failed', lane, runId, error });
  }

  /** Repeats the runs of a silent worker in a new one; replies already delivered are not delivered twice. */
  function replace(slot: number): void {
    if (deaths + 1 >= MAX_RESTARTS) {
      return handleWorkerDeath(slot, { code: 'crashed', detail: 'silent' });
    }
    endThread(slot);
    for (const [runId, run] of onSlot(slot)) {
      if (run.cancelled) runs.end(runId, { type: 'cancelled', lane: run.lane, runId });
      else repeat(...(runs.list().find(([, { helper }]) => helper === runId) ?? [runId, run]));
    }
    options.onRestart();
  }

  function repeat(runId: RunId, run: Run): void {
    run.again = run.given;
    run.repeated = true;
    if (run.helper === null) return post(runId, run);
    for (const [part, { slot }] of runs.list()) {
      if (part === runId || part === run.helper)
        threads.at(slot)?.post({ type: 'cancel', runId: part });
    }
    runs.drop(run.helper);
    run.helper = null;
    const again = newId();
    runs.renumber(runId, again);
    post(again, run);
  }

  function start(runId: RunId, part: Pick<Run, 'lane' | 'slot' | 'parent' | 'job'>): void {
    const run = runs.add(runId, part);
    const error: RunError = { code: 'crashed', detail: '' };
    if (deaths >= MAX_RESTARTS) {
      deaths = 0;
      queueMicrotask(() => runs.end(runId, { type: 'failed', lane: run.lane, runId, error }));
      return;
    }
    post(runId, run);
    watch.begin();
  }

  /** The worker for a job: of a small one, a worker that is there, if that of the lane would have to be started. */
  function slotFor(lane: Lane, job: Job): number {
    const home = moves.homeOf(lane);
    const isHome = threads.at(home) !== null || isWorthStarting(job);
    const slot = isHome ? home : (threads.first() ?? home);
    // It is kept there, whatever number of workers is in use later.
    if (job.kind === 'race') moves.place(lane, slot);
    return slot;
  }

  /** When a message about a lane can be sent. */
  const ready = (lane: Lane): Promise<unknown> => moves.settled(lane) ?? kernels;

  /** The worker that shares this run; `null` if one worker does it alone. */
  function partnerOf({ lane, slot, job, repeated, cancelled }: Run): number | null {
    const next = (slot + 1) % inUse;
    if (job.kind !== 'experiment' || repeated || cancelled || inUse === 1) return null;
    // Two shared runs of different lanes could wait for each other.
    if (runs.list().some(([, other]) => other.lane !== lane)) return null;
    return isWorthSharing(job.config, threads.at(next) !== null) ? next : null;
  }

  function post(runId: RunId, run: Run): void {
    const { lane, parent, job } = run;
    threads.start(run.slot);
    // Later, so that all lanes requested in one turn are known.
    void ready(lane).then(() => {
      if (!runs.has(runId)) return;
      const mine = threads.start(run.slot);
      const partner = partnerOf(run);
      if (partner === null || job.kind !== 'experiment') {
        return mine.post({ type: 'run', lane, runId, job });
      }
      const { port1, port2 } = new MessageChannel();
      const half: ComputeJob = { ...job, kind: 'compute', port: port1 };
      const helper = newId();
      run.helper = helper;
      runs.add(helper, { lane, slot: partner, parent, job: half });
      threads.start(partner).post({ type: 'run', lane, runId: helper, job: half }, [port1]);
      const measure: MeasureJob = { ...job, kind: 'measure', port: port2 };
      mine.post({ type: 'run', lane, runId, job: measure }, [port2]);
    });
  }

  return {
    size,
    busy: () => runs.list().length > 0,
    count(among, from, until, heard) {
      counting = { until, heard };
      for (let slot = 0; slot < among; slot += 1) {
        void kernels.then(() => threads.at(slot)?.post({ type: 'count', from, until }));
      }
    },
    prepare(count) {
      for (let slot = 0; slot < Math.min(count, size); slot += 1) threads.start(slot, true);
    },
    setInUse: (count) => void (inUse = count),
    inUse: () => inUse,
    run(lane, job) {
      const parent = newId();
      const parts = splitJob(job, inUse);
      const first = parts.length === 1 ? slotFor(lane, job) : moves.homeOf(lane);
      runs.open(parent, seedCount(job));
      parts.forEach((part, i) => {
        const runId = i === 0 ? parent : newId();
        const slot = i === 0 ? first : (first + i) % inUse;
        start(runId, { lane, slot, parent, job: part });
      });
      queueMicrotask(moves.balance);
      return parent;
    },
    cancel(parent) {
      for (const [runId, run] of runs.list()) {
        if (run.parent !== parent) continue;
        run.cancelled = true;
        // Sent after the run itself, which waits for the kernels.
        void ready(run.lane).then(() => threads.at(run.slot)?.post({ type: 'cancel', runId }));
      }
    },
    dispose() {
      outbox.close();
      watch.end();
      runs.clear();
      for (let slot = 0; slot < size; slot += 1) threads.end(slot);
    },
  };
}

/** Calls `onFound` with how many workers this device runs at once; the code for that is loaded now. */
export async function followDevice(pool: Pool, onFound: (count: number) => void): Promise<void> {
  const { followParallel } = await import('./parallel.ts');
  followParallel(pool, onFound);
}

export { loadKernelModule } from './kernelModule.ts';
export { kernelsOfPool } from './kernelsOfPool.ts';
export { spawnWorker } from './computeThread.ts';
export type { ThreadEvents } from './thread.ts';
export type { Reply, SeedSample, RunError, RunId } from './protocol.ts';
