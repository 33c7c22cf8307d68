/** The map's result files, `init-lab/map@1` and `init-lab/trainability@1`, as printed by `npm run map`. */
import { loadInputs } from '../data/generate.ts';
import { fileNumber } from '../experiment/results.ts';
import type { Kernels } from '../kernels.ts';
import { laneConfig } from '../lab/lab.ts';
import type { LabQuery } from '../lab/query.ts';
import { printActivation } from '../rules/spec.ts';
import type { ActivationSpec } from '../types.ts';
import { chiGrid, criticalVariances, MAP_BIAS_VARIANCE, mapReach, spaced } from './chiGrid.ts';
import { pointOf } from './mapPoint.ts';
import type { TrainabilityGrid } from './trainability.ts';
import {
  cellRace,
  cellsOf,
  trainCell,
  TRAINABILITY_DEPTHS,
  TRAINABILITY_VARIANCES,
} from './trainability.ts';

/** Points along each side. */
const SIDE = 61;

/** χ₁ over weight and bias variance, one row per bias variance. */
export function chaosFile(act: ActivationSpec) {
  const weightVariance = spaced(0, mapReach(act), SIDE);
  const biasVariance = spaced(0, MAP_BIAS_VARIANCE, SIDE);
  const { chi } = chiGrid(act, weightVariance, biasVariance);
  return {
    format: 'init-lab/map@1',
    act: printActivation(act),
    criticalLine: criticalVariances(act),
    grid: {
      weightVariance,
      biasVariance,
      chi: biasVariance.map((_, row) =>
        [...chi.subarray(row * SIDE, (row + 1) * SIDE)].map(fileNumber),
      ),
    },
  };
}

/** The grid of a query; the bias variance is that of its first lane. */
export function gridOf({ lab, train }: LabQuery): TrainabilityGrid {
  const [first] = lab.lanes;
  const point = first === undefined ? null : pointOf(laneConfig(lab, first));
  return {
    lab,
    train,
    biasVariance: point?.biasVariance ?? 0,
    depths: TRAINABILITY_DEPTHS,
    weightVariances: TRAINABILITY_VARIANCES,
    seeds: lab.seeds,
  };
}

export async function trainabilityFile(query: LabQuery, kernels: Kernels) {
  const grid = gridOf(query);
  const cells = cellsOf(grid);
  await loadInputs(cells.slice(0, 1).map((cell) => cellRace(grid, cell, 0).experiment.input));
  const results = cells.map((cell) => {
    const races = trainCell(grid, cell, kernels);
    let step = races.next();
    while (step.done !== true) step = races.next();
    return step.value;
  });
  return {
    format: 'init-lab/trainability@1',
    act: printActivation(grid.lab.settings.act),
    width: grid.lab.settings.width,
    biasVariance: grid.biasVariance,
    lr: grid.train.lr,
    steps: grid.train.steps,
    cells: results,
  };
}
