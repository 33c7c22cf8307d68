/** The tasks of the threads that measure the papers' numbers, and what they send. */
import type { Measured } from '../../engine/targets/target.ts';

export interface TargetRequest {
  readonly id: string;
  readonly seeds: number;
}

export type TargetPart =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'measured'; readonly measured: Measured; readonly ms: number };
