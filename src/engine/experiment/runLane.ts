/** Runs lanes from start to end. */
import { loadInputs } from '../data/generate.ts';
import { inputFor } from '../passes/architecture.ts';
import { finish } from '../pace.ts';
import type { Tick } from '../pace.ts';
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
function* laneRun(
  config: ExperimentConfig,
  domains: Domains,
  kernels: Kernels,
  now: () => number,
): Generator<Tick, LaneRun, void> {
  const start = now();
  const layers: LayerStats[] = [];
  let input: Summary | null = null;
  const run: Generator<Progress, Outcome, void> = propagate(config, domains, kernels);
  let step = run.next();
  for (; step.done !== true; step = run.next()) {
    const { value } = step;
    if (value.type === 'tick') yield value;
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

/** `laneRun` without pauses. */
export const runLane = (...run: Parameters<typeof laneRun>): LaneRun => finish(laneRun(...run));

/** Fetches the examples that a lab's lanes need; call it before runLab. */
export const loadLab = (lab: Lab): Promise<void> =>
  loadInputs(lab.lanes.map((lane) => inputFor(laneConfig(lab, lane))));

/** Runs every lane of a lab, one after the other, with shared histogram domains. */
export function* labRun(
  lab: Lab,
  kernels: Kernels,
  now: () => number,
): Generator<Tick, readonly LaneRun[], void> {
  const configs = lab.lanes.map((lane) => clampConfig(laneConfig(lab, lane)).value);
  const domains = sharedDomains(configs);
  const runs: LaneRun[] = [];
  for (const config of configs) runs.push(yield* laneRun(config, domains, kernels, now));
  return runs;
}

/** `labRun` without pauses. */
export const runLab = (...run: Parameters<typeof labRun>): readonly LaneRun[] =>
  finish(labRun(...run));
