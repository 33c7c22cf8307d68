/** Moves races between workers: the one with the least to do takes a race from one that has at least two more. */
import type { Lane, RunId } from './protocol.ts';
import type { Run } from './runTable.ts';

interface Move {
  readonly lane: Lane;
  readonly to: number;
  readonly arrived: Promise<void>;
  readonly end: () => void;
}

export interface MovesOptions {
  /** Number of workers in use. */
  readonly inUse: () => number;
  readonly list: () => readonly (readonly [RunId, Run])[];
  /** Whether a worker is there for a job, or worth starting. */
  readonly canTake: (slot: number, job: Run['job']) => boolean;
  /** Asks a worker for the rest of a race. */
  readonly ask: (slot: number, runId: RunId) => void;
}

export interface Moves {
  /** The worker of a lane. */
  readonly homeOf: (lane: Lane) => number;
  /** Resolves when the lane is no longer between two workers; `null` if it is not. */
  readonly settled: (lane: Lane) => Promise<void> | null;
  /** The lane's jobs go to this worker from now on. */
  readonly place: (lane: Lane, slot: number) => void;
  /** Begins a move if a worker has less to do than another. */
  readonly balance: () => void;
  /** The rest of a race has arrived: returns the slot it goes to; `null` if the race is not being moved. */
  readonly arrive: (runId: RunId) => number | null;
  /** A race that was to be moved has ended, or its worker has died. */
  readonly drop: (runId: RunId) => void;
}

export function createMoves({ inUse, list, canTake, ask }: MovesOptions): Moves {
  const homes = new Map<Lane, number>();
  const moves = new Map<RunId, Move>();

  const homeOf = (lane: Lane): number => homes.get(lane) ?? lane % inUse();

  function begin([runId, { lane, slot }]: readonly [RunId, Run], to: number): void {
    let end = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      end = resolve;
    });
    moves.set(runId, { lane, to, arrived, end });
    ask(slot, runId);
  }

  function balance(): void {
    if (moves.size > 0) return;
    const runs = list();
    const load = (slot: number): number => runs.filter(([, run]) => run.slot === slot).length;
    const races = runs.filter(([, { job, cancelled }]) => job.kind === 'race' && !cancelled);
    /** A race that this worker should take: nothing else is to be done for its lane. */
    const candidate = (to: number): (typeof races)[number] | undefined =>
      races.findLast(
        ([, { slot, lane, job }]) =>
          races.filter(([, race]) => race.slot === slot).length >= load(to) + 2 &&
          runs.filter(([, run]) => run.lane === lane).length === 1 &&
          canTake(to, job),
      );
    const slots = Array.from({ length: inUse() }, (_, slot) => slot);
    for (const to of slots.toSorted((a, b) => load(a) - load(b))) {
      const found = candidate(to);
      if (found !== undefined) return begin(found, to);
    }
  }

  function finish(runId: RunId): Move | undefined {
    const move = moves.get(runId);
    moves.delete(runId);
    move?.end();
    return move;
  }

  return {
    homeOf,
    settled: (lane) => [...moves.values()].find((move) => move.lane === lane)?.arrived ?? null,
    place: (lane, slot) => void homes.set(lane, slot),
    balance,
    arrive(runId) {
      const move = finish(runId);
      if (move === undefined) return null;
      homes.set(move.lane, move.to);
      return move.to;
    },
    drop: (runId) => void finish(runId),
  };
}
