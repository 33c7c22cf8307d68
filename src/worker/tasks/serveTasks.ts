/** The thread's side: it completes one task after the other, and answers questions in between. */
import type { Kernels } from '../../engine/kernels.ts';
import { createReference } from '../../kernels/reference.ts';
import { instantiate } from '../../kernels/wasm.ts';
import { afterMessages } from '../afterMessages.ts';
import { errorOf } from '../errorOf.ts';
import type { KernelModule } from '../kernelModule.ts';
import { createPauses } from '../pauses.ts';
import type { FromTaskThread, ToTaskThread } from './taskProtocol.ts';

/** The part of a worker's scope that is used here, so that tests can take its place. */
declare const self: {
  readonly addEventListener: (
    type: 'message',
    hear: (event: MessageEvent<unknown>) => void,
  ) => void;
  readonly postMessage: (message: unknown, transfer: Transferable[]) => void;
};

/** Work in steps, each short enough for a message to wait for. */
export type Steps<Step, Result> =
  Generator<Step, Result, void> | AsyncGenerator<Step, Result, void>;

export interface TaskTools<Part> {
  readonly kernels: Kernels;
  readonly post: (part: Part, transfer?: readonly ArrayBuffer[]) => void;
  /** Goes through all steps, and lets messages in between them. */
  readonly complete: <Step, Result>(
    steps: Steps<Step, Result>,
    onStep?: (step: Step) => void,
  ) => Promise<Result>;
}

const pauses = createPauses(() => performance.now(), afterMessages);

async function complete<Step, Result>(
  steps: Steps<Step, Result>,
  onStep: (step: Step) => void = () => undefined,
): Promise<Result> {
  pauses.begin();
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
    onStep(step.value);
    if (pauses.due()) await pauses.take();
  }
}

const kernelsOf = ({ module, build }: KernelModule): Kernels =>
  module === null || build === 'reference' ? createReference() : instantiate(module, build);

/** Completes one task; what it throws is sent to the page. */
export type RunTask<Task, Part> = (task: Task, tools: TaskTools<Part>) => Promise<void>;

/** Runs every task that the page sends. */
export function serveTasks<Task, Part>(run: RunTask<Task, Part>): void {
  let own: Kernels | null = null;
  const post = (message: FromTaskThread<Part>, transfer: readonly ArrayBuffer[] = []): void =>
    self.postMessage(message, [...transfer]);
  self.addEventListener('message', (event) => {
    const data = event.data as ToTaskThread<Task>;
    if (data.type === 'ping') return post({ type: 'pong' });
    const { task, kernels } = data;
    const tools: TaskTools<Part> = {
      get kernels() {
        return (own ??= kernelsOf(kernels));
      },
      post: (part, transfer) => post({ type: 'part', part }, transfer),
      complete,
    };
    run(task, tools).then(
      () => post({ type: 'done' }),
      (problem: unknown) => {
        // After any failure, the next task gets new memory.
        own = null;
        post({ type: 'failed', error: errorOf(problem) });
      },
    );
  });
}
