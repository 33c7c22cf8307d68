import { inputFor } from '../engine/passes/architecture.ts';
import type { InputId } from '../engine/types.ts';
import type { WorkerJob } from './protocol.ts';

/** The input that a job uses. */
export function inputOfJob(job: WorkerJob): InputId {
  return inputFor('experiment' in job.config ? job.config.experiment : job.config);
}
