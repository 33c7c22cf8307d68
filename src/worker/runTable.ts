/** Open runs, and the requests they are parts of: a request for many seeds is split over the workers. */
import type { ComputeJob, Job, Lane, Reply, RunId } from './protocol.ts';

/** One part of a request, in one worker. */
export interface Run {
  readonly lane: Lane;
  slot: number;
  /** The request this is a part of. */
  readonly parent: RunId;
  readonly job: Job | ComputeJob;
  /** Replies delivered, and how many of them a new worker will send again, since runs are deterministic. */
  given: number;
  again: number;
  cancelled: boolean;
  /** The run of the other half, if two workers share this experiment. */
  helper: RunId | null;
  /** Whether it was repeated because a worker had fallen silent; it is not shared again. */
  repeated: boolean;
}

/** The progress of a request. */
interface Request {
  done: number;
  readonly total: number;
}

export interface RunTableOptions {
  readonly deliver: (reply: Reply) => void;
  /** Called for a part that is no longer wanted, because its request has ended. */
  readonly cancelPart: (slot: number, runId: RunId) => void;
}

export interface RunTable {
  readonly open: (parent: RunId, total: number) => void;
  readonly add: (runId: RunId, part: Pick<Run, 'lane' | 'slot' | 'parent' | 'job'>) => Run;
  readonly get: (runId: RunId) => Run | undefined;
  readonly has: (runId: RunId) => boolean;
  /** Forgets a run without a reply. */
  readonly drop: (runId: RunId) => void;
  /** Continues a run under a new number, so that replies under the old one are ignored. */
  readonly renumber: (from: RunId, to: RunId) => void;
  readonly list: () => readonly (readonly [RunId, Run])[];
  /** Handles a worker's reply about a run; replies about runs that are not open are ignored. */
  readonly receive: (reply: Reply) => void;
  /** Ends a run, with `reply` as its last reply. */
  readonly end: (runId: RunId, reply: Reply) => void;
  readonly clear: () => void;
}

export function createRunTable({ deliver, cancelPart }: RunTableOptions): RunTable {
  const runs = new Map<RunId, Run>();
  const requests = new Map<RunId, Request>();

  /**
   * The request ends with the first part that fails or is cancelled, with an outcome, or when its last part is done.
   */
  function end(runId: RunId, reply: Reply): void {
    const found = runs.get(runId);
    if (found === undefined) return;
    runs.delete(runId);
    const request = requests.get(found.parent);
    if (request === undefined) return;
    const parts = [...runs].filter(([, { parent }]) => parent === found.parent);
    if (reply.type === 'done' && reply.outcome === null && parts.length > 0) return;
    requests.delete(found.parent);
    for (const [part, { slot }] of parts) {
      runs.delete(part);
      cancelPart(slot, part);
    }
    deliver({ ...reply, runId: found.parent });
  }

  /** Whether the next reply was already delivered, by a worker that has stopped responding since. */
  function wasGiven(run: Run): boolean {
    if (run.again > 0) {
      run.again -= 1;
      return true;
    }
    run.given += 1;
    return false;
  }

  function receive(reply: Reply): void {
    const found = runs.get(reply.runId);
    if (found === undefined) return;
    switch (reply.type) {
      case 'done':
      case 'cancelled':
      case 'failed':
        return end(reply.runId, reply);
      case 'seedBand':
      case 'trained': {
        const request = requests.get(found.parent);
        if (request === undefined || wasGiven(found)) return;
        request.done += 1;
        const { done, total } = request;
        return deliver({ ...reply, runId: found.parent, done, total });
      }
      default:
        if (wasGiven(found)) return;
        return deliver({ ...reply, runId: found.parent });
    }
  }

  return {
    open: (parent, total) => void requests.set(parent, { done: 0, total }),
    add(runId, part) {
      const run: Run = {
        ...part,
        given: 0,
        again: 0,
        cancelled: false,
        helper: null,
        repeated: false,
      };
      runs.set(runId, run);
      return run;
    },
    get: (runId) => runs.get(runId),
    has: (runId) => runs.has(runId),
    drop: (runId) => void runs.delete(runId),
    renumber(from, to) {
      const run = runs.get(from);
      runs.delete(from);
      if (run !== undefined) runs.set(to, run);
    },
    list: () => [...runs],
    receive,
    end,
    clear() {
      runs.clear();
      requests.clear();
    },
  };
}
