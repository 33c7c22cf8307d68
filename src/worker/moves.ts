/** Moves races between workers: one that has nothing left to do takes a race from one that has several. */
import type { Lane, RunId } from './protocol.ts';
import type { Run } from './runTable.ts';

interface Move {
  readonly lane: Lane;
  readonly to: number;
  readonly arrived: Promise<void>;
  readonly end: () => void;
}

export interface MovesOptions {
  readonly size: number;
  readonly list: () => readonly (readonly [RunId, Run])[];
  /** Asks a worker for the rest of a race. */
  readonly ask: (slot: number, runId: RunId) => void;
}

export interface Moves {
  /** The worker of a lane. */
  readonly homeOf: (lane: Lane) => number;
  /** Resolves when the lane is no longer between two workers; `null` if it is not. */
  readonly settled: (lane: Lane) => Promise<void> | null;
  /** Begins a move if there is an idle worker and a race for it. */
  readonly balance: () => void;
  /** The rest of a race has arrived: returns the slot it goes to; `null` if the race is not being moved. */
  readonly arrive: (runId: RunId) => number | null;
  /** A race that was to be moved has ended, or its worker has died. */
  readonly drop: (runId: RunId) => void;
}

export function createMoves({ size, list, ask }: MovesOptions): Moves {
  const homes = new Map<Lane, number>();
  const moves = new Map<RunId, Move>();

  const homeOf = (lane: Lane): number => homes.get(lane) ?? lane % size;

  /** A race in a worker that has another one as well, and nothing else to do for this lane. */
  function candidate(runs: ReturnType<MovesOptions['list']>): readonly [RunId, Run] | undefined {
    const races = runs.filter(([, { job, cancelled }]) => job.kind === 'race' && !cancelled);
    return races.findLast(
      ([, { slot, lane }]) =>
        races.filter(([, race]) => race.slot === slot).length > 1 &&
        runs.filter(([, run]) => run.lane === lane).length === 1,
    );
  }

  function balance(): void {
    if (moves.size > 0) return;
    const runs = list();
    const idle = Array.from({ length: size }, (_, slot) => slot).find((slot) =>
      runs.every(([, run]) => run.slot !== slot),
    );
    const found = candidate(runs);
    if (idle === undefined || found === undefined) return;
    const [runId, { lane, slot }] = found;
    let end = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      end = resolve;
    });
    moves.set(runId, { lane, to: idle, arrived, end });
    ask(slot, runId);
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
