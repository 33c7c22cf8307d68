/** A thread that measures targets, one after the other; to cancel, the thread is ended. */
import { loadInputs } from '../../engine/data/generate.ts';
import type { Kernels } from '../../engine/kernels.ts';
import { targetOf } from '../../engine/targets/targets.ts';
import { createReference } from '../../kernels/reference.ts';
import { instantiate } from '../../kernels/wasm.ts';
import type { FromTargetsWorker, TargetRequest, ToTargetsWorker } from './targetsProtocol.ts';

declare const self: DedicatedWorkerGlobalScope;

let create: () => Kernels = createReference;
let kernels: Kernels | null = null;

const post = (message: FromTargetsWorker): void => self.postMessage(message);

async function measure({ id, seeds }: TargetRequest): Promise<void> {
  const target = targetOf(id);
  if (target === null) throw new Error(`no target ${id}`);
  await loadInputs(target.inputs ?? []);
  kernels ??= create();
  const start = performance.now();
  const run = target.measure({ kernels, seeds });
  let step = run.next();
  for (; step.done !== true; step = run.next()) post({ type: 'progress', id, share: step.value });
  post({ type: 'done', id, measured: step.value, ms: performance.now() - start });
}

self.addEventListener('message', ({ data }: MessageEvent<ToTargetsWorker>) => {
  if (data.type === 'start') {
    const { module, build } = data;
    if (module !== null && build !== 'reference') create = () => instantiate(module, build);
    return;
  }
  const { id } = data;
  measure(data).catch((problem: unknown) => {
    // After any failure, the next target gets new memory.
    kernels = null;
    post({
      type: 'failed',
      id,
      detail: problem instanceof Error ? problem.message : String(problem),
    });
  });
});
