/** A training run that can be continued, and inspected in its state at any step. */
import type { Kernels } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import type { TrainConfig } from './config.ts';
import { isRecorded, learnedShare, RECORD_EVERY } from './testSet.ts';
import type { TrainRecord, Trainer } from './trainer.ts';
import { createTrainer } from './trainer.ts';

/** Largest total size of the checkpoints of a session, in bytes. */
const CHECKPOINT_BYTES = 48 * 2 ** 20;

export interface TrainOutcome {
  /** The first recorded step with an accuracy of at least `learnedShare`; `null` if there is none. */
  readonly learnedAt: number | null;
  /** The first step whose loss was not finite; training ends there. */
  readonly divergedAt: number | null;
  /** Loss of every mini-batch before its update. */
  readonly stepLoss: Float32Array<ArrayBuffer>;
}

/** A session between two of its pauses, to be continued by another worker; its arrays can be transferred. */
export interface SessionState {
  readonly at: number;
  readonly taken: readonly TrainRecord[];
  readonly learnedAt: number | null;
  readonly outcome: TrainOutcome | null;
  readonly stepLoss: Float32Array<ArrayBuffer>;
  readonly stride: number;
  /** Saved states of the trainer: now, and by step. */
  readonly here: Float32Array<ArrayBuffer>;
  readonly checkpoints: ReadonlyMap<number, Float32Array<ArrayBuffer>>;
}

export interface SessionOptions {
  /** Largest total size of the checkpoints, in bytes; 0 keeps none. */
  readonly checkpointBytes?: number;
  /** Steps of further records, in `taken` only. */
  readonly early?: readonly number[];
  /** The session to continue, of the same config and options. */
  readonly from?: SessionState | null;
}

export interface Session {
  /** Records so far: of step 0, every RECORD_EVERY steps and the last step. */
  readonly records: readonly TrainRecord[];
  /** The same with those of the early steps. */
  readonly taken: readonly TrainRecord[];
  /** Number of updates done. */
  readonly at: () => number;
  /** `null` until the run has ended. */
  readonly outcome: () => TrainOutcome | null;
  /** Trains up to the next record or the end. If abandoned at a pause, the next call continues from there. */
  readonly advance: () => Generator<Tick, void, void>;
  /**
   * Reads the network in its state after `step` updates (or the last one, if there are fewer), by training again from
   * the last checkpoint before it, which gives the same bytes. Afterwards the run is back in its current state, even
   * after an error. `cheap` reads the state of that checkpoint instead, without training again.
   */
  readonly visit: <T>(
    step: number,
    read: (trainer: Trainer, step: number) => Generator<Tick, T, void>,
    cheap?: boolean,
  ) => Generator<Tick, T, void>;
  /** The session as it is now; do not use it afterwards. */
  readonly handOver: () => SessionState;
}

/** Allocates everything a run needs in `kernels`, which must not be shared with other sessions. Throws OutOfMemory. */
export function createSession(
  config: TrainConfig,
  kernels: Kernels,
  { checkpointBytes = CHECKPOINT_BYTES, early = [], from: handed = null }: SessionOptions = {},
): Session {
  const { steps } = config.train;
  const share = learnedShare(config.experiment.input);
  const trainer = createTrainer(config, kernels);
  const taken: TrainRecord[] = [...(handed?.taken ?? [])];
  const records = taken.filter(({ step }) => isRecorded(step, steps));
  const stepLoss = handed?.stepLoss ?? new Float32Array(steps);
  const checkpoints = new Map(handed?.checkpoints);
  let at = handed?.at ?? 0;
  let learnedAt = handed?.learnedAt ?? null;
  let outcome = handed?.outcome ?? null;
  /** Steps between two checkpoints; the first one is at step 0. */
  let stride = handed?.stride ?? RECORD_EVERY;
  if (handed !== null) trainer.load(handed.here);

  function keep(): void {
    if (checkpointBytes === 0 || at % stride !== 0) return;
    const saved = trainer.save();
    checkpoints.set(at, saved);
    const wanted = (steps / stride + 1) * saved.byteLength;
    if (at === 0 && wanted > checkpointBytes) {
      stride = RECORD_EVERY * Math.ceil(wanted / checkpointBytes);
    }
  }

  const end = (divergedAt: number | null): void => {
    outcome = { learnedAt, divergedAt, stepLoss: stepLoss.slice(0, divergedAt ?? steps) };
  };

  function* take(): Generator<Tick, void, void> {
    const isEarly = !isRecorded(at, steps);
    if (!isEarly) keep();
    const record = yield* trainer.paced.record(at);
    taken.push(record);
    if (isEarly) return;
    records.push(record);
    if (learnedAt === null && record.accuracy >= share) learnedAt = at;
    if (!Number.isFinite(record.loss)) end(at);
    else if (at === steps) end(null);
  }

  function* advance(): Generator<Tick, void, void> {
    for (;;) {
      if (outcome !== null) return;
      if (taken.at(-1)?.step !== at && (isRecorded(at, steps) || early.includes(at))) {
        return yield* take();
      }
      const loss = yield* trainer.paced.step(at);
      stepLoss[at] = loss;
      at += 1;
      if (!Number.isFinite(loss)) end(at - 1);
      yield TICK;
    }
  }

  function* visit<T>(
    wanted: number,
    read: (trainer: Trainer, step: number) => Generator<Tick, T, void>,
    cheap: boolean = false,
  ): Generator<Tick, T, void> {
    const step = Math.max(0, Math.min(wanted, at));
    if (step === at) return yield* read(trainer, step);
    const here = trainer.save();
    try {
      let from = step - (step % stride);
      while (from > 0 && !checkpoints.has(from)) from -= stride;
      const checkpoint = checkpoints.get(from);
      if (checkpoint === undefined)
        throw new Error(
          'this session keeps no checkpoints, so it cannot go back: create it with checkpoints',
        );
      trainer.load(checkpoint);
      if (cheap) return yield* read(trainer, from);
      for (let each = from; each < step; each += 1) {
        yield* trainer.paced.step(each);
        yield TICK;
      }
      return yield* read(trainer, step);
    } finally {
      trainer.load(here);
    }
  }

  const handOver = (): SessionState => {
    const here = trainer.save();
    return { at, taken, learnedAt, outcome, stepLoss, stride, here, checkpoints };
  };

  return { records, taken, at: () => at, outcome: () => outcome, advance, visit, handOver };
}
