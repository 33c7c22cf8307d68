/** Runs lanes from start to end without pauses, for scripts and tests. */
import { loadInputs } from '../data/generate.ts';
import { inputFor } from '../passes/architecture.ts';
import { clampConfig } from '../lab/config.ts';
import { sharedDomains } from '../lab/domains.ts';
import type { Kernels } from '../kernels.ts';
import type { Lab } from '../lab/lab.ts';
import { laneConfig } from '../lab/lab.ts';
import type { Outcome, Progress } from './propagate.ts';
import { propagate } from './propagate.ts';
import { withBackward } from './backwardStats.ts';
import type { LaneRun } from './results.ts';
import type { Domains, ExperimentConfig, LayerStats, Summary } from '../types.ts';

/** Runs one lane. Throws what propagate throws. `now` returns milliseconds. */
export function runLane(
  config: ExperimentConfig,
  domains: Domains,
  kernels: Kernels,
  now: () => number,
): LaneRun {
  const start = now();
  const layers: LayerStats[] = [];
  let input: Summary | null = null;
  const run: Generator<Progress, Outcome, void> = propagate(config, domains, kernels);
  let step = run.next();
  for (; step.done !== true; step = run.next()) {
    const { value } = step;
    if (value.type === 'input') input = value.input;
    if (value.type === 'layer') layers.push(value.stats);
    if (value.type === 'backward') {
      const index = value.stats.layer - 1;
      const before = layers[index];
      if (before !== undefined) layers[index] = withBackward(before, value.stats);
    }
  }
  if (input === null) throw new Error('propagate ended without measuring its input');
  const elapsedMs = now() - start;
  return { config, input, layers, outcome: step.value, elapsedMs, kernels: kernels.build };
}

/** Fetches the examples that a lab's lanes need; call it before runLab. */
export const loadLab = (lab: Lab): Promise<void> =>
  loadInputs(lab.lanes.map((lane) => inputFor(laneConfig(lab, lane))));

/** Runs every lane of a lab, one after the other, with shared histogram domains. */
export function runLab(lab: Lab, kernels: Kernels, now: () => number): readonly LaneRun[] {
  const configs = lab.lanes.map((lane) => clampConfig(laneConfig(lab, lane)).value);
  const domains = sharedDomains(configs);
  return configs.map((config) => runLane(config, domains, kernels, now));
}
