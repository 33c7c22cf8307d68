/**
 * Schedules the jobs of one worker, as a state machine without a worker in it. Per lane and kind there is at most one
 * running and one waiting job, of which the newest is kept. Quick jobs go first, and send a race or many seeds back to
 * the queue; races take turns. Every accepted job ends exactly once.
 */
import type { Lane, RunId, WorkerJob } from './protocol.ts';

export interface Entry<J = WorkerJob> {
  readonly lane: Lane;
  readonly runId: RunId;
  readonly kind: WorkerJob['kind'];
  readonly job: J;
}

/** What the caller has to do with the running job at its next pause. */
export type Decision = 'continue' | 'cancel' | 'yield' | 'handOver';

export interface Jobs<J = WorkerJob> {
  /** Adds a job; returns the waiting one it replaces, which has ended as cancelled. */
  readonly accept: (entry: Entry<J>) => Entry<J> | null;
  /** Returns the waiting job that this ends; a running one stops at its next pause. */
  readonly cancel: (runId: RunId) => Entry<J> | null;
  /** Returns the waiting job that this ends; a running one stops at its next pause, to be handed over. */
  readonly handOver: (runId: RunId) => Entry<J> | null;
  /** Starts the next job and returns it; `null` if there is none, or one is running. */
  readonly take: () => Entry<J> | null;
  /** `given`: parts of the job since it was taken; races take turns part by part. */
  readonly decide: (given: number) => Decision;
  /** The running job has ended, or yields with `rest` left to do. */
  readonly finish: (rest?: J) => void;
  readonly idle: () => boolean;
}

const RANK = {
  experiment: 0,
  measure: 0,
  compute: 0,
  inspect: 1,
  weights: 2,
  race: 3,
  seedBand: 4,
  runs: 4,
} as const satisfies Record<WorkerJob['kind'], number>;

/** Kinds of jobs that can be continued where they stopped. */
const PATIENT: ReadonlySet<WorkerJob['kind']> = new Set(['race', 'seedBand', 'runs']);

export function createJobs<J = WorkerJob>(): Jobs<J> {
  let running: Entry<J> | null = null;
  let superseded = false;
  let leaving = false;
  let waiting: readonly Entry<J>[] = [];

  const same = (a: Entry<J>, b: Entry<J>): boolean => a.lane === b.lane && a.kind === b.kind;

  function withdraw(runId: RunId): Entry<J> | null {
    const found = waiting.find((each) => each.runId === runId) ?? null;
    waiting = waiting.filter((each) => each !== found);
    return found;
  }

  return {
    accept(entry) {
      const replaced = waiting.find((each) => same(each, entry)) ?? null;
      waiting = [...waiting.filter((each) => each !== replaced), entry];
      if (running !== null && same(running, entry)) superseded = true;
      return replaced;
    },
    cancel(runId) {
      if (running?.runId === runId) superseded = true;
      return withdraw(runId);
    },
    handOver(runId) {
      if (running?.runId === runId) leaving = true;
      return withdraw(runId);
    },
    take() {
      if (running !== null) return null;
      const first = Math.min(...waiting.map(({ kind }) => RANK[kind]));
      running = waiting.find(({ kind }) => RANK[kind] === first) ?? null;
      waiting = waiting.filter((each) => each !== running);
      superseded = false;
      leaving = false;
      return running;
    },
    decide(given) {
      if (running === null || superseded) return 'cancel';
      if (leaving) return 'handOver';
      const { kind } = running;
      if (!PATIENT.has(kind)) return 'continue';
      const urgent = waiting.some((each) => RANK[each.kind] < RANK[kind]);
      const turn = kind === 'race' && given > 0 && waiting.some((each) => each.kind === 'race');
      return urgent || turn ? 'yield' : 'continue';
    },
    finish(rest) {
      if (running !== null && rest !== undefined) {
        const again = { ...running, job: rest };
        waiting = running.kind === 'race' ? [...waiting, again] : [again, ...waiting];
      }
      running = null;
      superseded = false;
    },
    idle: () => running === null && waiting.length === 0,
  };
}
