/** Runs a job as a sequence of replies, with a possible pause after each. */
import type { Kernels } from '../engine/kernels.ts';
import { inspect } from '../engine/train/inspect.ts';
import { train } from '../engine/train/train.ts';
import type { TrainRecord, Trainer } from '../engine/train/trainer.ts';
import { executeLab } from './executeLab.ts';
import type { Run } from './parts.ts';
import { partsOf, pause } from './parts.ts';
import type { InspectJob, Job, RaceJob, RunsJob } from './protocol.ts';
import type { Sessions } from './sessions.ts';

/** The session keeps its progress: an interrupted race continues, and one that has ended replays its records. */
function* race({ config, from, session: handed }: RaceJob, sessions: Sessions): Run {
  const { session } = sessions.of(config, handed);
  for (let given = from; ;) {
    for (const record of session.taken.slice(given)) {
      given += 1;
      yield { type: 'record', record };
    }
    const outcome = session.outcome();
    if (outcome !== null) {
      // If the race was interrupted right after `ended`, nothing is left to report.
      if (given <= session.taken.length) yield { type: 'ended', outcome };
      return null;
    }
    yield* partsOf(session.advance(), pause);
  }
}

/** Inspects a race at a step. If this thread no longer has that race, it is trained again up to the step. */
function* inspection(
  { config, step, cheap, domains, layers, matrix, maps }: InspectJob,
  sessions: Sessions,
): Run {
  const { session, kernels } = sessions.of(config);
  while (session.at() < step && session.outcome() === null) {
    yield* partsOf(session.advance(), pause);
  }
  const options = { train: config.train, layers, domains, matrix, maps, quick: cheap };
  const read = (trainer: Trainer, at: number): ReturnType<typeof inspect> =>
    inspect(trainer, at, options, kernels);
  const visit = session.visit(step, read, cheap);
  yield { type: 'inspected', inspection: yield* partsOf(visit, pause) };
  return null;
}

function* runs({ config, seeds }: RunsJob, kernels: Kernels): Run {
  for (const [index, seed] of seeds.entries()) {
    const records: TrainRecord[] = [];
    const own = { ...config, experiment: { ...config.experiment, seed } };
    const outcome = yield* partsOf(train(own, kernels), (progress) => {
      if (progress.type === 'record') records.push(progress.record);
      return null;
    });
    const run = { seed, records, ...outcome };
    yield { type: 'trained', run, done: index + 1, total: seeds.length };
  }
  return null;
}

/** What jobs need to run. */
export interface Tools {
  /** For jobs whose state ends with them. */
  readonly kernels: Kernels;
  /** For races, which are kept between jobs. */
  readonly sessions: Sessions;
}

/** Starts a job. Abandon it with `return()`, which frees the kernels' memory. */
export function execute(job: Job, { kernels, sessions }: Tools): Run {
  switch (job.kind) {
    case 'race':
      return race(job, sessions);
    case 'inspect':
      return inspection(job, sessions);
    case 'runs':
      return runs(job, kernels);
    case 'experiment':
    case 'seedBand':
    case 'weights':
      return executeLab(job, kernels);
  }
}
