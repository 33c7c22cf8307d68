/** A thread that handles one request about a weight file. */
import { completeActivation } from '../../engine/rules/spec.ts';
import type { Kernels } from '../../engine/kernels.ts';
import type { ActivationId } from '../../engine/types.ts';
import { createReference } from '../../kernels/reference.ts';
import { instantiate } from '../../kernels/wasm.ts';
import { madeTensors } from '../../weightsFile/cabinet/samples.ts';
import { compareChain } from '../../weightsFile/chain/compareChain.ts';
import { examine } from '../../weightsFile/examine.ts';
import type { Examined } from '../../weightsFile/findings/finding.ts';
import { WeightsFileError } from '../../weightsFile/read/failure.ts';
import { blobSource, bytesSource } from '../../weightsFile/read/source.ts';
import type { ByteSource } from '../../weightsFile/read/source.ts';
import { restartFromHe } from '../../weightsFile/restart.ts';
import { compareCheckpoints } from '../../weightsFile/run/compareCheckpoints.ts';
import { trainedTensors } from '../../weightsFile/run/trainedRun.ts';
import { readSpectra } from '../../weightsFile/spectrum/readSpectra.ts';
import type { NamedSource } from '../../weightsFile/spectrum/readSpectra.ts';
import { join } from '../../weightsFile/write/join.ts';
import type { MadeTensor } from '../../weightsFile/write/madeTensor.ts';
import { npzParts } from '../../weightsFile/write/npz.ts';
import { safetensorsParts } from '../../weightsFile/write/safetensors.ts';
import type { KernelModule } from '../kernelModule.ts';
import { sourceName } from './weightsProtocol.ts';
import type {
  FromWeightsWorker,
  RestartFormat,
  ToWeightsWorker,
  WeightsSource,
} from './weightsProtocol.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Least time between two messages to the page. */
const GATHER_MS = 60;

const post = (message: FromWeightsWorker): void => self.postMessage(message);

const kernelsOf = ({ module, build }: KernelModule): Kernels =>
  module === null || build === 'reference' ? createReference() : instantiate(module, build);

function sourceOf(source: WeightsSource, kernels: KernelModule): NamedSource {
  const made = (tensors: readonly MadeTensor[]): ByteSource =>
    bytesSource(join(safetensorsParts(tensors)));
  const bytes = (): ByteSource => {
    switch (source.kind) {
      case 'file':
        return blobSource(source.file);
      case 'made':
        return made(madeTensors(source.id));
      case 'trained':
        return made(trainedTensors(source.step, kernelsOf(kernels)));
    }
  };
  return { source: bytes(), name: sourceName(source) };
}

async function look({ source: given, order, kernels }: ToWeightsWorker): Promise<void> {
  const { source, name } = sourceOf(given, kernels);
  const steps = examine(source, name, order);
  let examined: Examined[] = [];
  let bytes = 0;
  let sent = performance.now();
  const flush = (): void => {
    post({ type: 'tensors', examined, bytes });
    examined = [];
    sent = performance.now();
  };
  let step = await steps.next();
  for (; step.done !== true; step = await steps.next()) {
    const { value } = step;
    if (value.type === 'opened') post({ type: 'opened', opened: value });
    else if (value.type === 'tensor') examined.push(value.examined);
    else ({ bytes } = value);
    if (performance.now() - sent > GATHER_MS) flush();
  }
  flush();
  const { tensors, findings } = step.value;
  post({ type: 'done', tensors, findings });
}

/** A fixed seed, since one draw is enough. */
const SEED = 1;

async function restart(
  { source: given, order, kernels }: ToWeightsWorker,
  format: RestartFormat,
): Promise<void> {
  const { source, name } = sourceOf(given, kernels);
  const made = await restartFromHe(source, name, order, SEED);
  const parts = format === 'npz' ? npzParts(made) : safetensorsParts(made);
  post({ type: 'written', file: new Blob([...parts]) });
}

async function chain(
  { source: given, order, kernels }: ToWeightsWorker,
  id: ActivationId,
): Promise<void> {
  const { source, name } = sourceOf(given, kernels);
  const act = completeActivation({ id, params: {} }).value;
  const comparison = await compareChain(source, name, order, act, kernelsOf(kernels));
  post({ type: 'compared', comparison });
}

async function compareRun(
  { order, kernels }: ToWeightsWorker,
  run: readonly WeightsSource[],
): Promise<void> {
  const steps = compareCheckpoints(
    run.map((each) => sourceOf(each, kernels)),
    order,
  );
  let sent = performance.now();
  let step = await steps.next();
  for (; step.done !== true; step = await steps.next()) {
    if (performance.now() - sent < GATHER_MS) continue;
    sent = performance.now();
    post({ type: 'progress', done: step.value });
  }
  post({ type: 'run', comparison: step.value });
}

async function spectra(
  { source, kernels }: ToWeightsWorker,
  { tensor, start }: Extract<ToWeightsWorker['task'], { kind: 'spectra' }>,
): Promise<void> {
  const before = start === null ? null : sourceOf(start, kernels);
  post({ type: 'spectra', spectra: await readSpectra(sourceOf(source, kernels), before, tensor) });
}

function run(request: ToWeightsWorker): Promise<void> {
  const { task } = request;
  switch (task.kind) {
    case 'look':
      return look(request);
    case 'restart':
      return restart(request, task.format);
    case 'chain':
      return chain(request, task.act);
    case 'run':
      return compareRun(request, task.run);
    case 'spectra':
      return spectra(request, task);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWeightsWorker>) => {
  run(data).catch((problem: unknown) => {
    if (problem instanceof WeightsFileError) {
      post({ type: 'failed', failure: problem.failure, detail: problem.detail });
    } else {
      const detail = problem instanceof Error ? problem.message : String(problem);
      post({ type: 'failed', failure: 'crashed', detail });
    }
  });
});
