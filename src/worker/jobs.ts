/**
 * Who runs next in one worker: a state machine without a worker in it. Per lane and kind there is one
 * job running and one waiting, the newest wins; a waiting experiment goes before everything else and
 * sends a running fan back to the queue. Every accepted job ends exactly once.
 */
import type { Job, Lane, RunId } from './protocol.ts';

export interface Entry<J = Job> {
  readonly lane: Lane;
  readonly runId: RunId;
  readonly kind: Job['kind'];
  readonly job: J;
}

/** What the one who runs a job has to do at its next pause. */
export type Fate = 'go on' | 'stop' | 'step aside';

export interface Jobs<J = Job> {
  /** Takes a job in; gives the waiting one it replaces, which has ended as cancelled. */
  readonly accept: (entry: Entry<J>) => Entry<J> | null;
  /** Gives the waiting job that ended; a running one stops at its next pause. */
  readonly cancel: (runId: RunId) => Entry<J> | null;
  /** The next job to run, now running; `null` when there is none or one is running. */
  readonly take: () => Entry<J> | null;
  readonly fate: () => Fate;
  /** The running job has ended, or stepped aside with this left to do. */
  readonly finish: (rest?: J) => void;
  readonly idle: () => boolean;
}

const RANK = { experiment: 0, weights: 1, fan: 2 } as const satisfies Record<Job['kind'], number>;

export function createJobs<J = Job>(): Jobs<J> {
  let running: Entry<J> | null = null;
  let superseded = false;
  let waiting: readonly Entry<J>[] = [];

  const same = (a: Entry<J>, b: Entry<J>): boolean => a.lane === b.lane && a.kind === b.kind;

  return {
    accept(entry) {
      const replaced = waiting.find((each) => same(each, entry)) ?? null;
      waiting = [...waiting.filter((each) => each !== replaced), entry];
      if (running !== null && same(running, entry)) superseded = true;
      return replaced;
    },
    cancel(runId) {
      if (running?.runId === runId) superseded = true;
      const found = waiting.find((each) => each.runId === runId) ?? null;
      waiting = waiting.filter((each) => each !== found);
      return found;
    },
    take() {
      if (running !== null) return null;
      const first = Math.min(...waiting.map(({ kind }) => RANK[kind]));
      running = waiting.find(({ kind }) => RANK[kind] === first) ?? null;
      waiting = waiting.filter((each) => each !== running);
      superseded = false;
      return running;
    },
    fate() {
      if (running === null || superseded) return 'stop';
      const { kind } = running;
      const urgent = waiting.some((each) => RANK[each.kind] < RANK[kind]);
      return kind === 'fan' && urgent ? 'step aside' : 'go on';
    },
    finish(rest) {
      if (running !== null && rest !== undefined) waiting = [{ ...running, job: rest }, ...waiting];
      running = null;
      superseded = false;
    },
    idle: () => running === null && waiting.length === 0,
  };
}
