/** What crosses between the page and the thread that looks a file of weights through. */
import type { ActivationId } from '../../engine/types.ts';
import type { ChainComparison } from '../../weightsFile/chain/compareChain.ts';
import type { MadeId } from '../../weightsFile/cabinet/samples.ts';
import type { Examined, Finding } from '../../weightsFile/findings/finding.ts';
import type { AxisOrder } from '../../weightsFile/measure/layout.ts';
import type { Failure } from '../../weightsFile/read/failure.ts';
import type { Format } from '../../weightsFile/read/tensor.ts';
import type { RunComparison } from '../../weightsFile/run/compareCheckpoints.ts';
import { trainedName } from '../../weightsFile/run/trainedSteps.ts';
import type { TrainedStep } from '../../weightsFile/run/trainedSteps.ts';
import type { MeasuredTensor } from '../../weightsFile/spectrum/matrixSides.ts';
import type { Spectra } from '../../weightsFile/spectrum/readSpectra.ts';
import type { KernelModule } from '../kernelModule.ts';

/** A file of the reader's, or one that is made up, or trained, in the thread. */
export type WeightsSource =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'made'; readonly id: MadeId }
  | { readonly kind: 'trained'; readonly step: TrainedStep };

/** As the disk has it; a file that is made here is called by its id. */
export function sourceName(source: WeightsSource): string {
  switch (source.kind) {
    case 'file':
      return source.file.name;
    case 'made':
      return source.id;
    case 'trained':
      return trainedName(source.step);
  }
}

export const RESTART_FORMATS = ['safetensors', 'npz'] as const;
export type RestartFormat = (typeof RESTART_FORMATS)[number];

/** One request, one thread. */
export interface ToWeightsWorker {
  readonly source: WeightsSource;
  /** The axes, where the file does not say them. */
  readonly order: AxisOrder | null;
  readonly task: WeightsTask;
  /** For what has to be computed, not only read. */
  readonly kernels: KernelModule;
}

/** Look it through, write it again from He's rule, run it beside other starts, or look at one tensor closely. */
export type WeightsTask =
  | { readonly kind: 'look' }
  | { readonly kind: 'restart'; readonly format: RestartFormat }
  | { readonly kind: 'chain'; readonly act: ActivationId }
  /** `run`: the checkpoints in their order, this one among them. */
  | { readonly kind: 'run'; readonly run: readonly WeightsSource[] }
  | {
      readonly kind: 'spectra';
      readonly tensor: MeasuredTensor;
      readonly start: WeightsSource | null;
    };

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
  /** `tensors`: all of them, their rules settled. */
  | {
      readonly type: 'done';
      readonly tensors: readonly Examined[];
      readonly findings: readonly Finding[];
    }
  | { readonly type: 'written'; readonly file: Blob }
  | { readonly type: 'compared'; readonly comparison: ChainComparison }
  /** Of a run, 0 … 1. */
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'run'; readonly comparison: RunComparison }
  | { readonly type: 'spectra'; readonly spectra: Spectra }
  | { readonly type: 'failed'; readonly failure: Failure | 'crashed'; readonly detail: string };
