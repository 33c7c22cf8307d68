/** Messages between the page and the threads that measure the papers' numbers. */
import type { Kernels } from '../../engine/kernels.ts';
import type { Measured } from '../../engine/targets/target.ts';

export interface TargetRequest {
  readonly id: string;
  readonly seeds: number;
}

export type ToTargetsWorker =
  | {
      readonly type: 'start';
      /** `null` for the reference kernels. */
      readonly module: WebAssembly.Module | null;
      readonly build: Kernels['build'];
    }
  | ({ readonly type: 'measure' } & TargetRequest);

export type FromTargetsWorker =
  | { readonly type: 'progress'; readonly id: string; readonly share: number }
  | {
      readonly type: 'done';
      readonly id: string;
      readonly measured: Measured;
      readonly ms: number;
    }
  | { readonly type: 'failed'; readonly id: string; readonly detail: string };
