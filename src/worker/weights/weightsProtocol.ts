/** What crosses between the page and the thread that looks a file of weights through. */
import type { ActivationId } from '../../engine/types.ts';
import type { ChainComparison } from '../../weightsFile/chain/compareChain.ts';
import type { MadeId } from '../../weightsFile/cabinet/samples.ts';
import type { Examined, Finding } from '../../weightsFile/findings/finding.ts';
import type { AxisOrder } from '../../weightsFile/measure/layout.ts';
import type { Failure } from '../../weightsFile/read/failure.ts';
import type { Format } from '../../weightsFile/read/tensor.ts';

/** A file of the reader's, or one that is made up in the thread. */
export type WeightsSource =
  { readonly kind: 'file'; readonly file: File } | { readonly kind: 'made'; readonly id: MadeId };

export const RESTART_FORMATS = ['safetensors', 'npz'] as const;
export type RestartFormat = (typeof RESTART_FORMATS)[number];

/** One request, one thread. */
export interface ToWeightsWorker {
  readonly source: WeightsSource;
  /** The axes, where the file does not say them. */
  readonly order: AxisOrder | null;
  readonly task: WeightsTask;
}

/** Look it through, write it again from He's rule, or run it beside other starts. */
export type WeightsTask =
  | { readonly kind: 'look' }
  | { readonly kind: 'restart'; readonly format: RestartFormat }
  | { readonly kind: 'chain'; readonly act: ActivationId };

export interface OpenedFile {
  readonly format: Format;
  /** Tensors, and bytes of them. */
  readonly tensors: number;
  readonly bytes: number;
  readonly skipped: readonly string[];
}

export type FromWeightsWorker =
  | { readonly type: 'opened'; readonly opened: OpenedFile }
  | { readonly type: 'tensors'; readonly examined: readonly Examined[]; readonly bytes: number }
  | { readonly type: 'done'; readonly findings: readonly Finding[] }
  | { readonly type: 'written'; readonly file: Blob }
  | { readonly type: 'compared'; readonly comparison: ChainComparison }
  | { readonly type: 'failed'; readonly failure: Failure | 'crashed'; readonly detail: string };
