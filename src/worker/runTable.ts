/** The runs that are out, and the requests they are parts of: a request for many seeds is split over the workers. */
import type { Job, Lane, Reply, RunId } from './protocol.ts';

/** One part of a request, in one worker. */
export interface Run {
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

export interface RunTableOptions {
  readonly deliver: (reply: Reply) => void;
  /** A part is no longer wanted, because its request has ended. */
  readonly cancelPart: (slot: number, runId: RunId) => void;
}

export interface RunTable {
  readonly open: (parent: RunId, parts: number, total: number) => void;
  readonly add: (runId: RunId, part: Pick<Run, 'lane' | 'slot' | 'parent' | 'job'>) => Run;
  readonly has: (runId: RunId) => boolean;
  readonly list: () => readonly (readonly [RunId, Run])[];
  /** What a worker says of a run; nothing comes of what is no longer out. */
  readonly receive: (reply: Reply) => void;
  /** The run is over, with this as its last reply. */
  readonly end: (runId: RunId, reply: Reply) => void;
  readonly clear: () => void;
}

export function createRunTable({ deliver, cancelPart }: RunTableOptions): RunTable {
  const runs = new Map<RunId, Run>();
  const requests = new Map<RunId, Request>();

  /** The first part that does not end well ends the request; the last one that does, as well. */
  function end(runId: RunId, reply: Reply): void {
    const found = runs.get(runId);
    if (found === undefined) return;
    runs.delete(runId);
    const request = requests.get(found.parent);
    if (request === undefined) return;
    request.open -= 1;
    if (reply.type === 'done' && request.open > 0) return;
    requests.delete(found.parent);
    for (const [part, { parent, slot }] of runs) {
      if (parent !== found.parent) continue;
      runs.delete(part);
      cancelPart(slot, part);
    }
    deliver({ ...reply, runId: found.parent });
  }

  /** Whether the next reply has been handed on already, from a worker that has fallen silent since. */
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
    open: (parent, parts, total) => void requests.set(parent, { open: parts, done: 0, total }),
    add(runId, part) {
      const run: Run = { ...part, given: 0, again: 0, cancelled: false };
      runs.set(runId, run);
      return run;
    },
    has: (runId) => runs.has(runId),
    list: () => [...runs],
    receive,
    end,
    clear: () => runs.clear(),
  };
}
