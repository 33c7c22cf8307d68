/** Trainability (Schoenholz et al. 2017, fig. 5): depth × σ_w², one short race per cell and seed. */
import { raceLane } from '../train/lanes.ts';
import type { TrainConfig } from '../train/config.ts';
import type { Kernels } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { train } from '../train/train.ts';
import { estimateRace } from '../train/cost.ts';
import { learnedShare } from '../train/testSet.ts';
import type { Lab } from '../lab/lab.ts';
import type { TrainSettings } from '../lab/trainSettings.ts';
import type { MeanFieldStart } from '../theory/correlation.ts';
import { settled } from '../theory/correlation.ts';
import type { ActivationSpec } from '../types.ts';
import { laneAt } from './mapPoint.ts';

export interface TrainabilityCell {
  readonly depth: number;
  readonly weightVariance: number;
}

export interface TrainabilityGrid {
  /** Gives the activation, width, input and first seed; its lanes are not used. */
  readonly lab: Lab;
  readonly train: TrainSettings;
  readonly biasVariance: number;
  readonly depths: readonly number[];
  readonly weightVariances: readonly number[];
  readonly seeds: number;
}

export interface TrainabilityResult extends TrainabilityCell {
  readonly seeds: number;
  /** Races that learned within the given number of steps. */
  readonly learned: number;
  /** Median step at which those learned; `null` if none did. */
  readonly medianStep: number | null;
  /** Races whose loss became non-finite. */
  readonly diverged: number;
}

/** 48 cells; deep enough that at the greatest depth only the critical column learns. */
export const TRAINABILITY_DEPTHS = [5, 10, 20, 40, 60, 80] as const;
export const TRAINABILITY_VARIANCES = [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** The cells, shallow ones first: they are the fastest, so the first results appear early. */
export const cellsOf = (grid: TrainabilityGrid): readonly TrainabilityCell[] =>
  grid.depths
    .toSorted((a, b) => a - b)
    .flatMap((depth) => grid.weightVariances.map((weightVariance) => ({ depth, weightVariance })));

/** The race of a cell; opened in the page, it gives the same results. */
export function cellRace(
  grid: TrainabilityGrid,
  cell: TrainabilityCell,
  seed: number,
): TrainConfig {
  const { lab, biasVariance } = grid;
  const start = { weightVariance: cell.weightVariance, biasVariance };
  const settings = { ...lab.settings, depth: cell.depth, seed };
  return raceLane({ ...lab, settings }, laneAt(start), grid.train).value;
}

/** Trains one cell from every seed; may be abandoned at any yield. A race ends as soon as it has learned. */
export function* trainCell(
  grid: TrainabilityGrid,
  cell: TrainabilityCell,
  kernels: Kernels,
): Generator<Tick, TrainabilityResult, void> {
  const steps: number[] = [];
  let diverged = 0;
  for (let i = 0; i < grid.seeds; i += 1) {
    const config = cellRace(grid, cell, (grid.lab.settings.seed + i) % 2 ** 32);
    const found = yield* learnedStep(config, kernels);
    if (typeof found === 'number') steps.push(found);
    else if (found === 'diverged') diverged += 1;
  }
  steps.sort((a, b) => a - b);
  const middle = (steps.length - 1) / 2;
  const median = ((steps[Math.floor(middle)] ?? 0) + (steps[Math.ceil(middle)] ?? 0)) / 2;
  return {
    ...cell,
    seeds: grid.seeds,
    learned: steps.length,
    medianStep: steps.length === 0 ? null : median,
    diverged,
  };
}

function* learnedStep(
  config: TrainConfig,
  kernels: Kernels,
): Generator<Tick, number | 'diverged' | 'not learned', void> {
  const run = train(config, kernels);
  const share = learnedShare(config.experiment.input);
  try {
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) return step.value.divergedAt === null ? 'not learned' : 'diverged';
      const { value } = step;
      if (value.type !== 'record') yield value;
      else if (value.record.accuracy >= share) return value.record.step;
    }
  } finally {
    run.return({ learnedAt: null, divergedAt: null, stepLoss: new Float32Array() });
  }
}

/** Upper bound of the floating-point operations of a grid, reached if no race learns before its last step. */
export const gridFlops = (grid: TrainabilityGrid): number =>
  grid.seeds *
  cellsOf(grid).reduce((sum, cell) => sum + estimateRace(cellRace(grid, cell, 0)).flops, 0);

/**
 * Trainable depth, about 6 ξ (Schoenholz et al. 2017, section 5): ∞ on the critical line;
 * `null` without a fixed point.
 */
export function predictedDepth(act: ActivationSpec, start: MeanFieldStart): number | null {
  const found = settled(act, start);
  return found === null ? null : 6 * found.xi;
}
