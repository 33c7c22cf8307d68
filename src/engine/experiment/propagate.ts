/** Runs one lane and measures it layer by layer; used by the page, the worker and the scripts. */
import type { Kernels } from '../kernels.ts';
import { measurer, meanSquares, placeSquares } from '../measure/measurements.ts';
import type { Notice } from '../notice.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import type { Pass, RunNote } from '../passes/pass.ts';
import { passes } from '../passes/passes.ts';
import type { Plan } from '../passes/plan.ts';
import { planOf } from '../passes/plan.ts';
import { pairsOf } from '../theory/pairs.ts';
import type { Theory } from '../theory/theory.ts';
import { theoryOf } from '../theory/theory.ts';
import type { Domains, ExperimentConfig, LayerStats, Summary } from '../types.ts';
import type { LaneVerdict } from '../measure/verdict.ts';
import { firstAllZero, firstNonFinite, judge } from '../measure/verdict.ts';
import { withBackward } from './backwardStats.ts';
import type { BackwardStats } from './backwardStats.ts';

export interface Outcome {
  /** The linear output layer, including its backward results. */
  readonly output: LayerStats | null;
  /** Softmax cross-entropy of the whole batch; labelled inputs only. */
  readonly loss: number | null;
  readonly firstNonFiniteLayer: number | null;
  readonly firstAllZeroLayer: number | null;
  readonly verdict: LaneVerdict;
  readonly notes: readonly RunNote[];
  /** About sizes that the data determined. */
  readonly notices: readonly Notice[];
}

export type Progress =
  | Tick
  | { readonly type: 'input'; readonly input: Summary }
  | { readonly type: 'layer'; readonly stats: LayerStats }
  | { readonly type: 'backward'; readonly stats: BackwardStats };

/** Places of the input picture; 1 if the input is not a picture. */
const picturePlaces = ({ layers }: Plan): number => layers[0]?.places ?? 1;

/**
 * Runs one lane: yields the input, layers 1 … depth as they are computed, then, with a backward pass,
 * layers depth … 1; in between, a `tick` about every 10 ms of work. The output layer appears only in the
 * outcome. The config must be clamped (config.ts). Infinity and NaN are results, not errors. Throws
 * OutOfMemory. To abandon the run call `return()`, which frees the kernels' memory.
 */
export function propagate(
  config: ExperimentConfig,
  domains: Domains,
  kernels: Kernels,
): Generator<Progress, Outcome, void> {
  const plan = planOf(config);
  return measurePasses(plan, passes(plan, kernels, { weightGradients: true }), domains, kernels);
}

/** Measures the passes of a plan, wherever they come from (passes.ts, measureHalf.ts). */
export function* measurePasses(
  plan: Plan,
  run: Generator<Pass, void, void>,
  domains: Domains,
  kernels: Kernels,
): Generator<Progress, Outcome, void> {
  const { config } = plan;
  const measure = measurer(plan, domains, kernels);
  const layers: LayerStats[] = [];
  let input = 1;
  let theory: Theory | null = null;
  let gradients: readonly (number | null)[] | null = null;
  let loss: number | null = null;
  let notes: readonly RunNote[] = [];

  for (const pass of run) {
    switch (pass.type) {
      case 'tick':
        yield pass;
        break;
      case 'input': {
        const summary = measure.summary(pass.x, 'activations');
        input = summary.rms;
        // First, since this may enlarge the kernels' memory, where the view would end.
        const cosine = kernels.meanCosine(pass.x, config.batch);
        const x = kernels.view(pass.x);
        const squares = meanSquares(x, config.batch, picturePlaces(plan));
        const whole = { cosine, mean: summary.mean };
        const pairs = config.net === 'conv' ? [] : pairsOf(x, config.batch, whole);
        yield { type: 'input', input: summary };
        theory = yield* theoryOf(plan, squares, pairs, summary.mean);
        break;
      }
      case 'forward': {
        const stats = yield* measure.layer(
          pass,
          theory?.points[pass.plan.layer - 1] ?? null,
          theory?.placeSquares[pass.plan.layer - 1] ?? null,
        );
        layers.push(stats);
        if (!pass.plan.isOutput) yield { type: 'layer', stats };
        break;
      }
      case 'backward': {
        if (pass.dWeights === null) break;
        const { layer, places, units, conv, isOutput } = pass.plan;
        const summary = pass.dzSummary ?? measure.summary(pass.dz, 'gradients');
        yield TICK;
        // The backward pass starts at the last layer: with a unit Gaussian, or with the measured loss gradient.
        gradients ??= theory?.gradients(isOutput ? summary.rms ** 2 : 1) ?? [];
        const stats: BackwardStats = {
          layer,
          gradients: summary,
          weightGradients: measure.summary(pass.dWeights, 'weightGradients'),
          theoryGradientStd: gradients[layer - 1] ?? null,
          placeGradients: conv === null ? null : placeSquares(kernels, pass.dz, places, units),
        };
        const before = layers[layer - 1];
        if (before !== undefined) layers[layer - 1] = withBackward(before, stats);
        if (!isOutput) yield { type: 'backward', stats };
        break;
      }
      case 'end':
        ({ loss, notes } = pass);
        break;
    }
  }

  const hidden = layers.slice(0, config.depth);
  return {
    output: layers[config.depth] ?? null,
    loss,
    firstNonFiniteLayer: firstNonFinite(hidden),
    firstAllZeroLayer: firstAllZero(hidden),
    verdict: judge(input, hidden),
    notes,
    notices: plan.notices,
  };
}
