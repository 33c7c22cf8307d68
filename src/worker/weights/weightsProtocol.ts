/** The tasks of a thread that examines a weight file, and what it sends. */
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

/** A file of the reader's, or one that is made or trained in the thread. */
export type WeightsSource =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'made'; readonly id: MadeId }
  | { readonly kind: 'trained'; readonly step: TrainedStep };

/** The file's name; for a file made here, its id. */
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
export interface WeightsRequest {
  readonly source: WeightsSource;
  /** The order of axes, where the file does not say. */
  readonly order: AxisOrder | null;
  readonly task: WeightsTask;
}

/** Examine it, write it with weights drawn by He's rule, run it beside other initializations, or analyse one tensor. */
export type WeightsTask =
  | { readonly kind: 'look' }
  | { readonly kind: 'restart'; readonly format: RestartFormat }
  | { readonly kind: 'chain'; readonly act: ActivationId }
  /** `run`: the checkpoints in their order, including this one. */
  | { readonly kind: 'run'; readonly run: readonly WeightsSource[] }
  | {
      readonly kind: 'spectra';
      readonly tensor: MeasuredTensor;
      readonly start: WeightsSource | null;
    };

export interface OpenedFile {
  readonly format: Format;
  /** Number of tensors, and their size in bytes. */
  readonly tensors: number;
  readonly bytes: number;
  readonly skipped: readonly string[];
}

export type WeightsPart =
  | { readonly type: 'opened'; readonly opened: OpenedFile }
  | { readonly type: 'tensors'; readonly examined: readonly Examined[]; readonly bytes: number }
  /** `tensors`: all tensors, with their final rules. */
  | {
      readonly type: 'examined';
      readonly tensors: readonly Examined[];
      readonly findings: readonly Finding[];
    }
  | { readonly type: 'written'; readonly file: Blob }
  | { readonly type: 'compared'; readonly comparison: ChainComparison }
  /** Share of the comparison of a run, 0 … 1. */
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'run'; readonly comparison: RunComparison }
  | { readonly type: 'spectra'; readonly spectra: Spectra }
  /** The file cannot be read. */
  | { readonly type: 'refused'; readonly failure: Failure; readonly detail: string };
