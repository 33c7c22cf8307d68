/** A thread of the map. It completes one task after the other; a task is cancelled by ending the thread. */
import { loadInputs } from '../../engine/data/generate.ts';
import type { Kernels } from '../../engine/kernels.ts';
import { bornDead, BORN_DEAD_WIDTHS } from '../../engine/map/bornDead.ts';
import { chiGrid } from '../../engine/map/chiGrid.ts';
import { foldCircle } from '../../engine/map/circle.ts';
import { jacobianLayers } from '../../engine/map/jacobian.ts';
import { planeFunction } from '../../engine/map/planeFunction.ts';
import { cellRace, predictedDepth, trainCell } from '../../engine/map/trainability.ts';
import { createReference } from '../../kernels/reference.ts';
import { instantiate } from '../../kernels/wasm.ts';
import type { FromMapWorker, MapTask, ToMapWorker } from './mapProtocol.ts';

declare const self: DedicatedWorkerGlobalScope;

let kernels: Kernels = createReference();

const post = (message: FromMapWorker, transfer: ArrayBuffer[] = []): void =>
  self.postMessage(message, transfer);

async function run(task: MapTask): Promise<void> {
  switch (task.kind) {
    case 'chi': {
      const grid = chiGrid(task.act, task.weightVariance, task.biasVariance);
      return post({ type: 'chi', grid }, [grid.chi.buffer]);
    }
    case 'edge': {
      const { act, biasVariance, weightVariance } = task;
      const depths = weightVariance.map((weight) =>
        predictedDepth(act, { weightVariance: weight, biasVariance }),
      );
      return post({ type: 'edge', depths });
    }
    case 'net': {
      const circles = foldCircle(kernels, task.net);
      const plane = planeFunction(kernels, task.net);
      const buffers = circles.map(({ points }) => points.buffer);
      return post({ type: 'net', look: { circles, plane } }, [...buffers, plane.values.buffer]);
    }
    case 'jacobian':
      for (const found of jacobianLayers(task.net)) {
        post({ type: 'jacobianLayer', found }, [found.values.buffer]);
      }
      return undefined;
    case 'bornDead': {
      const { depth, seed } = task;
      const found = BORN_DEAD_WIDTHS.map((width) => bornDead(kernels, width, depth, seed));
      return post({ type: 'bornDead', found });
    }
    case 'cell': {
      const { grid, cell } = task;
      await loadInputs([cellRace(grid, cell, 0).experiment.input]);
      const races = trainCell(grid, cell, kernels);
      let step = races.next();
      while (step.done !== true) step = races.next();
      return post({ type: 'cell', result: step.value });
    }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToMapWorker>) => {
  if (data.type === 'start') {
    const { module, build } = data;
    if (module !== null && build !== 'reference') kernels = instantiate(module, build);
    return;
  }
  run(data.task).then(
    () => post({ type: 'done' }),
    (problem: unknown) =>
      post({
        type: 'failed',
        detail: problem instanceof Error ? problem.message : String(problem),
      }),
  );
});
