/** A thread of the map. A task is cancelled by ending the thread. */
import { loadInputs } from '../../engine/data/generate.ts';
import { bornDead, BORN_DEAD_WIDTHS } from '../../engine/map/bornDead.ts';
import { chiGrid } from '../../engine/map/chiGrid.ts';
import { foldCircle } from '../../engine/map/circle.ts';
import { jacobianLayers } from '../../engine/map/jacobian.ts';
import { planeFunction } from '../../engine/map/planeFunction.ts';
import { cellRace, predictedDepth, trainCell } from '../../engine/map/trainability.ts';
import { serveTasks } from '../tasks/serveTasks.ts';
import type { TaskTools } from '../tasks/serveTasks.ts';
import type { MapPart, MapTask } from './mapProtocol.ts';

async function run(task: MapTask, tools: TaskTools<MapPart>): Promise<void> {
  const { kernels, post, complete } = tools;
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
      return complete(jacobianLayers(task.net), (found) =>
        post({ type: 'jacobianLayer', found }, [found.values.buffer]),
      );
    case 'bornDead': {
      const { depth, seed } = task;
      const found = BORN_DEAD_WIDTHS.map((width) => bornDead(kernels, width, depth, seed));
      return post({ type: 'bornDead', found });
    }
    case 'cell': {
      const { grid, cell } = task;
      await loadInputs([cellRace(grid, cell, 0).experiment.input]);
      return post({ type: 'cell', result: await complete(trainCell(grid, cell, kernels)) });
    }
  }
}

serveTasks(run);
