/** The entry of a compute thread. It handles messages between the parts of a job; only this file uses `self`. */
import type { Kernels } from '../engine/kernels.ts';
import { createReference } from '../kernels/reference.ts';
import { instantiate } from '../kernels/wasm.ts';
import { loadInputs } from '../engine/data/generate.ts';
import { afterMessages } from './afterMessages.ts';
import { countBetween } from './countBetween.ts';
import { errorOf } from './errorOf.ts';
import type { Link } from './executeHalf.ts';
import { executeLab } from './executeLab.ts';
import { inputOfJob } from './inputOfJob.ts';
import type { Entry } from './jobs.ts';
import { createJobs } from './jobs.ts';
import { loadKernelModule } from './kernelModule.ts';
import type { Run } from './parts.ts';
import { createPauses } from './pauses.ts';
import type { FromWorker, ToWorker, WorkerJob } from './protocol.ts';
import { handOver, remainder } from './remainder.ts';
import { sessionBuffers } from './sessionBuffers.ts';
import type { Sessions } from './sessions.ts';
import { ofLayer, transfers } from './transfers.ts';
import { warmUp, warmUpFirst } from './warmUp.ts';

declare const self: DedicatedWorkerGlobalScope;

/** One per lane, for a pool of a single worker. */
const MAX_SESSIONS = 6;
/** Parts are collected for this long before they are sent; the first two of a run are sent without delay. */
const GATHER_MS = 14;

const jobs = createJobs();
let create: () => Kernels = createReference;
let kernels: Kernels | null = null;
let sessions: Sessions | null = null;
let driving = false;

/** Parts to be sent in one message: for the page, the cost of a message exceeds that of its content. */
const outbox: FromWorker[] = [];
const handed = new Set<ArrayBuffer>();

function flush(): void {
  if (outbox.length === 0) return;
  self.postMessage(outbox, [...handed]);
  outbox.length = 0;
  handed.clear();
}

function post(message: FromWorker, buffers: readonly ArrayBuffer[] = []): void {
  outbox.push(message);
  for (const buffer of buffers) handed.add(buffer);
}

/** Whether the job has nothing to do until the other half of a shared experiment sends something. */
let waiting = false;
/** Resolves `nextMessage`. */
let onMessage = (): void => undefined;
const nextMessage = (): Promise<void> =>
  new Promise((resolve) => {
    onMessage = resolve;
  });
const link: Link = {
  onWait: () => {
    waiting = true;
  },
  onArrival: () => onMessage(),
};

const pauses = createPauses(() => performance.now(), afterMessages);

function postHandedOver({ lane, runId, job }: Entry, given: number): void {
  if (job.kind !== 'race') return;
  const rest = handOver(job, given, sessions);
  post({ type: 'handedOver', lane, runId, rest }, sessionBuffers(rest));
}

const cancelled = ({ lane, runId }: Entry): void => post({ type: 'cancelled', lane, runId });

/** Starts a job. The code of races, and of shared experiments, is loaded with the first of them. */
async function startJob(job: WorkerJob, own: Kernels): Promise<Run> {
  switch (job.kind) {
    case 'experiment':
    case 'seedBand':
    case 'weights':
      return executeLab(job, own);
    case 'measure':
    case 'compute': {
      const { executeHalf } = await import('./executeHalf.ts');
      return executeHalf(job, own, link);
    }
    case 'race':
    case 'inspect':
    case 'runs': {
      const [{ execute }, { createSessions }] = await Promise.all([
        import('./execute.ts'),
        import('./sessions.ts'),
      ]);
      sessions ??= createSessions(create, MAX_SESSIONS);
      return execute(job, { kernels: own, sessions });
    }
  }
}

async function run(entry: Entry): Promise<void> {
  const { lane, runId, job } = entry;
  const start = performance.now();
  let sent = start;
  let given = 0;
  pauses.begin();
  try {
    kernels ??= create();
    await loadInputs([inputOfJob(job)]);
    const parts = await startJob(job, kernels);
    for (let step = parts.next(); ; step = parts.next()) {
      if (step.done === true) {
        const ms = performance.now() - start;
        const outcome = step.value;
        post({ type: 'done', lane, runId, ms, outcome }, ofLayer(outcome?.output ?? null));
        jobs.finish();
        return;
      }
      if (step.value !== null) {
        given += 1;
        post({ ...step.value, lane, runId }, transfers(step.value));
        const now = performance.now();
        // The input and the first layer are sent as soon as both are computed, since the reader waits for them.
        if (given === 2 || now - sent > GATHER_MS) {
          flush();
          sent = now;
        }
      }
      if (waiting) {
        waiting = false;
        await nextMessage();
        pauses.begin();
      } else if (pauses.due()) await pauses.take();
      const decision = jobs.decide(given);
      if (decision === 'continue') continue;
      parts.return(null);
      if (decision === 'cancel') cancelled(entry);
      if (decision === 'handOver') postHandedOver(entry, given);
      jobs.finish(decision === 'yield' ? remainder(job, given) : undefined);
      return;
    }
  } catch (problem) {
    // After any failure, the next run gets new memory.
    kernels = null;
    sessions = null;
    post({ type: 'failed', lane, runId, error: errorOf(problem) });
    jobs.finish();
  }
}

async function drive(): Promise<void> {
  if (driving) return;
  driving = true;
  for (let entry = jobs.take(); entry !== null; entry = jobs.take()) {
    await run(entry);
    flush();
    await pauses.take();
  }
  driving = false;
}

/** Checks for messages after every piece of work, so that a job waits for at most one piece. */
async function warm(run: typeof warmUp | typeof warmUpFirst): Promise<void> {
  for (const _ of run(create(), () => performance.now())) {
    await afterMessages();
    if (driving) return;
  }
}

function begin(module: WebAssembly.Module | null, build: Kernels['build']): void {
  if (module !== null && build !== 'reference') create = () => instantiate(module, build);
  kernels = create();
}

/** Loads the kernels itself, hands them to the page, and warms up. */
async function load(): Promise<void> {
  const found = await loadKernelModule();
  if (kernels === null) begin(found.module, found.build);
  post({ type: 'kernels', ...found });
  flush();
  if (!driving) await warm(warmUpFirst);
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'load':
      void load();
      break;
    case 'start': {
      const isNew = kernels === null;
      if (isNew) begin(data.module, data.build);
      post({ type: 'ready', build: data.build });
      if (isNew && data.warm) void warm(warmUp);
      break;
    }
    case 'ping':
      post({ type: 'pong' });
      break;
    case 'count': {
      const { from, until } = data;
      post({ type: 'counted', until, count: countBetween(from, until) });
      break;
    }
    case 'cancel': {
      const ended = jobs.cancel(data.runId);
      if (ended !== null) cancelled(ended);
      break;
    }
    case 'handOver': {
      const waiting = jobs.handOver(data.runId);
      if (waiting !== null) postHandedOver(waiting, 0);
      break;
    }
    case 'run': {
      const { lane, runId, job } = data;
      const replaced = jobs.accept({ lane, runId, kind: job.kind, job });
      if (replaced !== null) cancelled(replaced);
      void drive();
    }
  }
  flush();
  onMessage();
});
