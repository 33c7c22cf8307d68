import { DataUnavailable } from '../engine/data/generate.ts';
import { OutOfMemory } from '../engine/kernels.ts';
import type { RunError } from './protocol.ts';

/** What a thread tells the page about a problem that its work threw. */
export function errorOf(problem: unknown): RunError {
  if (problem instanceof OutOfMemory) {
    return { code: 'out-of-memory', detail: String(problem.bytes) };
  }
  if (problem instanceof DataUnavailable) return { code: 'no-data', detail: problem.input };
  return { code: 'internal', detail: problem instanceof Error ? problem.message : String(problem) };
}
