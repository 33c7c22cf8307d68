import type { Job, SeedsJob } from './protocol.ts';

const bySeeds = (job: Job): job is SeedsJob => job.kind === 'seedBand' || job.kind === 'runs';

/** Total number of replies that a request counts. */
export const seedCount = (job: Job): number => (bySeeds(job) ? job.seeds.length : 1);

/** Splits a job's seeds over `size` workers; a job without a list of seeds stays whole. */
export function splitJob(job: Job, size: number): readonly Job[] {
  if (!bySeeds(job)) return [job];
  return Array.from({ length: size }, (_, i) => ({
    ...job,
    seeds: job.seeds.filter((_seed, at) => at % size === i),
  })).filter(({ seeds }) => seeds.length > 0);
}
