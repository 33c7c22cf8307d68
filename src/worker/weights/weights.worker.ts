/** The thread that looks one file of weights through, and then ends. */
import { completeActivation } from '../../engine/rules/spec.ts';
import type { ActivationId } from '../../engine/types.ts';
import { createReference } from '../../kernels/reference.ts';
import { madeTensors } from '../../weightsFile/cabinet/samples.ts';
import { compareChain } from '../../weightsFile/chain/compareChain.ts';
import { examine } from '../../weightsFile/examine.ts';
import type { Examined } from '../../weightsFile/findings/finding.ts';
import { WeightsFileError } from '../../weightsFile/read/failure.ts';
import { blobSource, bytesSource } from '../../weightsFile/read/source.ts';
import { join } from '../../weightsFile/write/join.ts';
import { restartFromHe } from '../../weightsFile/restart.ts';
import { npzParts } from '../../weightsFile/write/npz.ts';
import { safetensorsParts } from '../../weightsFile/write/safetensors.ts';
import type {
  FromWeightsWorker,
  RestartFormat,
  ToWeightsWorker,
  WeightsSource,
} from './weightsProtocol.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Between two messages to the page. */
const GATHER_MS = 60;

const post = (message: FromWeightsWorker): void => self.postMessage(message);

const bytesOf = (source: WeightsSource) =>
  source.kind === 'file'
    ? blobSource(source.file)
    : bytesSource(join(safetensorsParts(madeTensors(source.id))));

const nameOf = (source: WeightsSource): string =>
  source.kind === 'file' ? source.file.name : source.id;

async function look({ source, order }: ToWeightsWorker): Promise<void> {
  const steps = examine(bytesOf(source), nameOf(source), order);
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
  post({ type: 'done', findings: step.value.findings });
}

/** The first seed will do: what is asked for is a start, not an experiment. */
const SEED = 1;

async function restart({ source, order }: ToWeightsWorker, format: RestartFormat): Promise<void> {
  const made = await restartFromHe(bytesOf(source), nameOf(source), order, SEED);
  const parts = format === 'npz' ? npzParts(made) : safetensorsParts(made);
  post({ type: 'written', file: new Blob([...parts]) });
}

async function compare({ source, order }: ToWeightsWorker, act: ActivationId): Promise<void> {
  const spec = completeActivation({ id: act, params: {} }).value;
  const comparison = await compareChain(
    bytesOf(source),
    nameOf(source),
    order,
    spec,
    createReference(),
  );
  post({ type: 'compared', comparison });
}

function run(request: ToWeightsWorker): Promise<void> {
  const { task } = request;
  switch (task.kind) {
    case 'look':
      return look(request);
    case 'restart':
      return restart(request, task.format);
    case 'chain':
      return compare(request, task.act);
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
