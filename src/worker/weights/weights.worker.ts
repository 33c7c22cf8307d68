/** A thread that handles one request about a weight file. */
import { completeActivation } from '../../engine/rules/spec.ts';
import type { ActivationId } from '../../engine/types.ts';
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
import { serveTasks } from '../tasks/serveTasks.ts';
import type { TaskTools } from '../tasks/serveTasks.ts';
import { sourceName } from './weightsProtocol.ts';
import type {
  RestartFormat,
  WeightsPart,
  WeightsRequest,
  WeightsSource,
} from './weightsProtocol.ts';

type Tools = TaskTools<WeightsPart>;

/** Least time between two messages to the page. */
const GATHER_MS = 60;

function sourceOf(source: WeightsSource, tools: Tools): NamedSource {
  const made = (tensors: readonly MadeTensor[]): ByteSource =>
    bytesSource(join(safetensorsParts(tensors)));
  const bytes = (): ByteSource => {
    switch (source.kind) {
      case 'file':
        return blobSource(source.file);
      case 'made':
        return made(madeTensors(source.id));
      case 'trained':
        return made(trainedTensors(source.step, tools.kernels));
    }
  };
  return { source: bytes(), name: sourceName(source) };
}

async function look({ source: given, order }: WeightsRequest, tools: Tools): Promise<void> {
  const { source, name } = sourceOf(given, tools);
  let examined: Examined[] = [];
  let bytes = 0;
  let sent = performance.now();
  const flush = (): void => {
    tools.post({ type: 'tensors', examined, bytes });
    examined = [];
    sent = performance.now();
  };
  const { tensors, findings } = await tools.complete(examine(source, name, order), (step) => {
    if (step.type === 'opened') tools.post({ type: 'opened', opened: step });
    else if (step.type === 'tensor') examined.push(step.examined);
    else ({ bytes } = step);
    if (performance.now() - sent > GATHER_MS) flush();
  });
  flush();
  tools.post({ type: 'examined', tensors, findings });
}

/** A fixed seed, since one draw is enough. */
const SEED = 1;

async function restart(
  { source: given, order }: WeightsRequest,
  format: RestartFormat,
  tools: Tools,
): Promise<void> {
  const { source, name } = sourceOf(given, tools);
  const made = await tools.complete(restartFromHe(source, name, order, SEED));
  const parts = format === 'npz' ? npzParts(made) : safetensorsParts(made);
  tools.post({ type: 'written', file: new Blob([...parts]) });
}

async function chain(
  { source: given, order }: WeightsRequest,
  id: ActivationId,
  tools: Tools,
): Promise<void> {
  const { source, name } = sourceOf(given, tools);
  const act = completeActivation({ id, params: {} }).value;
  const comparison = await tools.complete(compareChain(source, name, order, act, tools.kernels));
  tools.post({ type: 'compared', comparison });
}

async function compareRun(
  { order }: WeightsRequest,
  run: readonly WeightsSource[],
  tools: Tools,
): Promise<void> {
  const sources = run.map((each) => sourceOf(each, tools));
  let sent = performance.now();
  const comparison = await tools.complete(compareCheckpoints(sources, order), (done) => {
    if (performance.now() - sent < GATHER_MS) return;
    sent = performance.now();
    tools.post({ type: 'progress', done });
  });
  tools.post({ type: 'run', comparison });
}

async function spectra(
  { source }: WeightsRequest,
  { tensor, start }: Extract<WeightsRequest['task'], { kind: 'spectra' }>,
  tools: Tools,
): Promise<void> {
  const before = start === null ? null : sourceOf(start, tools);
  const found = await tools.complete(readSpectra(sourceOf(source, tools), before, tensor));
  tools.post({ type: 'spectra', spectra: found });
}

function run(request: WeightsRequest, tools: Tools): Promise<void> {
  const { task } = request;
  switch (task.kind) {
    case 'look':
      return look(request, tools);
    case 'restart':
      return restart(request, task.format, tools);
    case 'chain':
      return chain(request, task.act, tools);
    case 'run':
      return compareRun(request, task.run, tools);
    case 'spectra':
      return spectra(request, task, tools);
  }
}

serveTasks<WeightsRequest, WeightsPart>(async (request, tools) => {
  try {
    await run(request, tools);
  } catch (problem) {
    if (!(problem instanceof WeightsFileError)) throw problem;
    tools.post({ type: 'refused', failure: problem.failure, detail: problem.detail });
  }
});
