/** A thread that measures targets; to cancel, the thread is ended. */
import { loadInputs } from '../../engine/data/generate.ts';
import { targetOf } from '../../engine/targets/targets.ts';
import { serveTasks } from '../tasks/serveTasks.ts';
import type { TargetPart, TargetRequest } from './targetsProtocol.ts';

serveTasks<TargetRequest, TargetPart>(async ({ id, seeds }, { kernels, post, complete }) => {
  const target = targetOf(id);
  if (target === null) throw new Error(`no target ${id}`);
  await loadInputs(target.inputs ?? []);
  const start = performance.now();
  const measured = await complete(target.measure({ kernels, seeds }), (step) => {
    if (typeof step === 'number') post({ type: 'progress', share: step });
  });
  post({ type: 'measured', measured, ms: performance.now() - start });
});
