import type { Job, RaceJob, WorkerJob } from './protocol.ts';
import type { Sessions } from './sessions.ts';

/** The rest of a job after `given` parts. */
export function remainder(job: Job, given: number): Job;
export function remainder(job: WorkerJob, given: number): WorkerJob;
export function remainder(job: WorkerJob, given: number): WorkerJob {
  switch (job.kind) {
    case 'seedBand':
    case 'runs':
      return { ...job, seeds: job.seeds.slice(given) };
    case 'race':
      return { ...job, from: job.from + given };
    default:
      return job;
  }
}

/** The rest of a race for another worker, after `given` parts; this one forgets it. */
export function handOver(job: RaceJob, given: number, sessions: Sessions | null): RaceJob {
  const session = sessions?.handOver(job.config) ?? job.session ?? null;
  return { ...job, from: job.from + given, session };
}
