/**
 * The page's side of the threads: a pool where a lane always meets the same worker. It splits many seeds over
 * the pool, drops what is no longer wanted, hands replies over once per frame, and starts a worker again
 * after it has died.
 */
import { createWatch } from './watch.ts';
import { newComputeWorker } from './newComputeWorker.ts';
import type { KernelModule } from './kernelModule.ts';
import type {
  FromWorker,
  FromWorkerBatch,
  Job,
  Lane,
  RunError,
  RunId,
  SeedsJob,
  ToWorker,
} from './protocol.ts';

/** What the client needs of a Worker. */
export interface Thread {
  readonly post: (message: ToWorker) => void;
  readonly terminate: () => void;
}

export interface ThreadEvents {
  readonly onMessage: (message: FromWorker) => void;
  readonly onDeath: (error: RunError) => void;
}

export type Reply = Exclude<FromWorker, { readonly type: 'ready' | 'pong' }>;

export interface ClientOptions {
  readonly spawn: (events: ThreadEvents) => Thread;
  readonly kernels: Promise<KernelModule>;
  /** Workers at most. */
  readonly size: number;
  /** Calls back at the next frame. */
  readonly schedule: (flush: () => void) => void;
  readonly onReplies: (replies: readonly Reply[]) => void;
  readonly onReady: (build: KernelModule['build']) => void;
  /** A worker had fallen silent; what it was doing is done again by a new one. */
  readonly onRestart: () => void;
}

export interface Client {
  readonly run: (lane: Lane, job: Job) => RunId;
  readonly cancel: (runId: RunId) => void;
  readonly dispose: () => void;
}

export interface Pool extends Client {
  /** Starts so many workers before there is anything to do; they warm up until there is. */
  readonly prepare: (count: number) => void;
}

/** After so many deaths in a row a worker is started again only when the user asks. */
const MAX_RESTARTS = 3;
/** A worker that has not stopped or not said anything by then is stuck; the reference kernels take longer between two looks. */
const ANSWER_TIMEOUT_MS = { wasm: 5000, reference: 30_000 } as const;

interface Live {
  readonly lane: Lane;
  readonly slot: number;
  /** The request this is a part of. */
  readonly parent: RunId;
  readonly job: Job;
  /** Replies handed on, and how many of those a new worker will give once more: runs are the same every time. */
  given: number;
  again: number;
  cancelled: boolean;
}

/** Parts of one request still out, and how far the request is. */
interface Request {
  open: number;
  done: number;
  readonly total: number;
}

export function createClient(options: ClientOptions): Pool {
  const threads: (Thread | null)[] = Array.from({ length: options.size }, () => null);
  const live = new Map<RunId, Live>();
  const requests = new Map<RunId, Request>();
  let queue: Reply[] = [];
  let scheduled = false;
  let next: RunId = 1;
  let deaths = 0;
  let answerTimeout: number = ANSWER_TIMEOUT_MS.wasm;
  let disposed = false;

  function flush(): void {
    scheduled = false;
    if (queue.length === 0 || disposed) return;
    const replies = queue;
    queue = [];
    options.onReplies(replies);
  }

  function deliver(reply: Reply): void {
    queue.push(reply);
    if (reply.type === 'done') flush();
    else if (!scheduled) {
      scheduled = true;
      options.schedule(flush);
    }
  }

  /** The first part that does not end well ends the request; the last one that does, as well. */
  function end(runId: RunId, reply: Reply): void {
    const found = live.get(runId);
    if (found === undefined) return;
    live.delete(runId);
    const request = requests.get(found.parent);
    if (request === undefined) return;
    request.open -= 1;
    if (reply.type === 'done' && request.open > 0) return;
    requests.delete(found.parent);
    for (const [part, { parent, slot }] of live) {
      if (parent !== found.parent) continue;
      live.delete(part);
      threads[slot]?.post({ type: 'cancel', runId: part });
    }
    deliver({ ...reply, runId: found.parent });
  }

  /** Whether the next reply has been handed on already, from a worker that has fallen silent since. */
  function wasGiven(run: Live): boolean {
    if (run.again > 0) {
      run.again -= 1;
      return true;
    }
    run.given += 1;
    return false;
  }

  function receive(message: FromWorker): void {
    if (message.type === 'pong') return;
    if (message.type === 'ready') return options.onReady(message.build);
    const found = live.get(message.runId);
    if (found === undefined) return;
    switch (message.type) {
      case 'done':
        deaths = 0;
        return end(message.runId, message);
      case 'cancelled':
      case 'failed':
        return end(message.runId, message);
      case 'seedBand':
      case 'trained': {
        const request = requests.get(found.parent);
        if (request === undefined || wasGiven(found)) return;
        request.done += 1;
        const { done, total } = request;
        return deliver({ ...message, runId: found.parent, done, total });
      }
      default:
        if (wasGiven(found)) return;
        return deliver({ ...message, runId: found.parent });
    }
  }

  function bury(slot: number): void {
    threads[slot]?.terminate();
    threads[slot] = null;
    watch.forget(slot);
    deaths += 1;
  }

  function handleWorkerDeath(slot: number, error: RunError): void {
    bury(slot);
    for (const [runId, each] of live) {
      if (each.slot === slot) end(runId, { type: 'failed', lane: each.lane, runId, error });
    }
  }

  /** Whatever a silent worker was doing begins again; what is known of it already is not told twice. */
  function replace(slot: number): void {
    if (deaths + 1 >= MAX_RESTARTS) {
      return handleWorkerDeath(slot, { code: 'crashed', detail: 'silent' });
    }
    bury(slot);
    for (const [runId, each] of live) {
      if (each.slot !== slot) continue;
      if (each.cancelled) end(runId, { type: 'cancelled', lane: each.lane, runId });
      else {
        each.again = each.given;
        post(runId, each);
      }
    }
    options.onRestart();
  }

  const watch = createWatch({
    busy: () => new Set(Array.from(live.values(), ({ slot }) => slot)),
    ask: (slot) => threads[slot]?.post({ type: 'ping' }),
    onSilent: replace,
    timeout: () => answerTimeout,
  });

  function thread(slot: number, warm: boolean = false): Thread {
    const there = threads[slot];
    if (there) return there;
    const mine: Thread = options.spawn({
      onMessage: (message) => {
        if (threads[slot] !== mine) return;
        watch.heard(slot);
        receive(message);
      },
      onDeath: (error) => {
        if (threads[slot] === mine) handleWorkerDeath(slot, error);
      },
    });
    threads[slot] = mine;
    void options.kernels.then(({ module, build }) => {
      answerTimeout = build === 'reference' ? ANSWER_TIMEOUT_MS.reference : ANSWER_TIMEOUT_MS.wasm;
      if (threads[slot] === mine) mine.post({ type: 'start', module, build, warm });
    });
    return mine;
  }

  function start(lane: Lane, slot: number, parent: RunId, runId: RunId, job: Job): void {
    const run: Live = { lane, slot, parent, job, given: 0, again: 0, cancelled: false };
    live.set(runId, run);
    const error: RunError = { code: 'crashed', detail: '' };
    if (deaths >= MAX_RESTARTS) {
      deaths = 0;
      queueMicrotask(() => end(runId, { type: 'failed', lane, runId, error }));
      return;
    }
    post(runId, run);
    watch.begin();
  }

  function post(runId: RunId, { lane, slot, job }: Live): void {
    const mine = thread(slot);
    void options.kernels.then(() => {
      if (live.has(runId)) mine.post({ type: 'run', lane, runId, job });
    });
  }

  return {
    prepare(count) {
      for (let slot = 0; slot < Math.min(count, options.size); slot += 1) thread(slot, true);
    },
    run(lane, job) {
      const parent = next;
      next += 1;
      const parts = bySeeds(job) ? split(job, options.size) : [job];
      requests.set(parent, {
        open: parts.length,
        done: 0,
        total: bySeeds(job) ? job.seeds.length : 1,
      });
      parts.forEach((part, i) => {
        let runId = parent;
        if (i > 0) {
          runId = next;
          next += 1;
        }
        start(lane, (lane + i) % options.size, parent, runId, part);
      });
      return parent;
    },
    cancel(parent) {
      for (const [runId, each] of live) {
        if (each.parent !== parent) continue;
        each.cancelled = true;
        // Never before the run itself, which waits for the kernels.
        void options.kernels.then(() => threads[each.slot]?.post({ type: 'cancel', runId }));
        setTimeout(() => {
          if (live.has(runId)) handleWorkerDeath(each.slot, { code: 'crashed', detail: 'stuck' });
        }, answerTimeout);
      }
    },
    dispose() {
      disposed = true;
      watch.end();
      live.clear();
      threads.forEach((each, slot) => {
        each?.terminate();
        threads[slot] = null;
      });
    },
  };
}

const bySeeds = (job: Job): job is SeedsJob => job.kind === 'seedBand' || job.kind === 'runs';

/** Every worker gets its share of the seeds. */
function split(job: SeedsJob, size: number): readonly Job[] {
  return Array.from({ length: size }, (_, i) => ({
    ...job,
    seeds: job.seeds.filter((_seed, at) => at % size === i),
  })).filter(({ seeds }) => seeds.length > 0);
}

/** A real worker; what is posted before it is there waits. */
export function spawnWorker(events: ThreadEvents): Thread {
  let ended = false;
  const started = newComputeWorker().then((worker) => {
    if (ended) worker.terminate();
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorkerBatch>) => {
      for (const message of data) events.onMessage(message);
    });
    worker.addEventListener('error', ({ message }) =>
      events.onDeath({ code: 'crashed', detail: message }),
    );
    worker.addEventListener('messageerror', () =>
      events.onDeath({ code: 'crashed', detail: 'a message could not be read' }),
    );
    return worker;
  });
  started.catch((problem: unknown) =>
    events.onDeath({ code: 'no-threads', detail: String(problem) }),
  );
  const whenStarted = (run: (worker: Worker) => void): void =>
    void started.then(run, () => undefined);
  return {
    post: (message) => whenStarted((worker) => worker.postMessage(message)),
    terminate: () => {
      ended = true;
      whenStarted((worker) => worker.terminate());
    },
  };
}

export { loadKernelModule } from './kernelModule.ts';
export type { SeedSample, RunError, RunId } from './protocol.ts';
