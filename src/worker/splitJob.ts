import type { Job, SeedsJob } from './protocol.ts';

const bySeeds = (job: Job): job is SeedsJob => job.kind === 'seedBand' || job.kind === 'runs';

/** How many replies a request counts up to. */
export const seedCount = (job: Job): number => (bySeeds(job) ? job.seeds.length : 1);

/** A share of the seeds for each of `size` workers; what has no list of seeds stays whole. */
export function splitJob(job: Job, size: number): readonly Job[] {
  if (!bySeeds(job)) return [job];
  return Array.from({ length: size }, (_, i) => ({
    ...job,
    seeds: job.seeds.filter((_seed, at) => at % size === i),
  })).filter(({ seeds }) => seeds.length > 0);
}
