/** Messages between the page and a thread that completes one task after the other. */
import type { KernelModule } from '../kernelModule.ts';
import type { RunError } from '../protocol.ts';

export type ToTaskThread<Task> =
  | { readonly type: 'run'; readonly task: Task; readonly kernels: KernelModule }
  /** Asks for a `pong`. */
  | { readonly type: 'ping' };

export type FromTaskThread<Part> =
  { readonly type: 'pong' } | { readonly type: 'part'; readonly part: Part } | TaskEnd;

/** The last message of a task. */
export type TaskEnd =
  { readonly type: 'done' } | { readonly type: 'failed'; readonly error: RunError };
