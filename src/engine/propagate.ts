/** One lane, measured layer by layer: what the page, the worker and the scripts run. */
import { activation } from './activations.ts';
import type { Kernels, Tensor } from './kernels.ts';
import type { Notice } from './notice.ts';
import type { Tick } from './pace.ts';
import type { Pass, RunNote } from './passes.ts';
import { passes } from './passes.ts';
import { planOf } from './run.ts';
import { summarise } from './summary.ts';
import type { Theory } from './theory.ts';
import { theoryOf } from './theory.ts';
import type { Domains, ExperimentConfig, LayerStats, Quantity, Summary } from './types.ts';
import type { LaneVerdict } from './verdict.ts';
import { firstAllZero, firstNonFinite, judge } from './verdict.ts';

/** What the backward pass adds to a layer. */
export interface BackwardStats {
  readonly layer: number;
  readonly gradients: Summary;
  readonly weightGradients: Summary;
  /** With labels the theory of the gradient is known only now; the forward `theory` has it otherwise. */
  readonly theoryGradientStd: number | null;
}

/** `layer` and `backward` of the output layer are in the outcome, not among the events. */
export type Progress =
  | Tick
  | { readonly type: 'input'; readonly input: Summary }
  | { readonly type: 'layer'; readonly stats: LayerStats }
  | { readonly type: 'backward'; readonly stats: BackwardStats };

export interface Outcome {
  readonly output: LayerStats | null;
  /** Softmax cross-entropy of the whole batch; labelled inputs only. */
  readonly loss: number | null;
  readonly firstNonFiniteLayer: number | null;
  readonly firstAllZeroLayer: number | null;
  readonly verdict: LaneVerdict;
  readonly notes: readonly RunNote[];
  /** Sizes the data decided. */
  readonly notices: readonly Notice[];
}

/** Mean square of every row of `[rows × cols]`. */
function meanSquares(values: Float32Array | Float64Array, rows: number): readonly number[] {
  const cols = values.length / rows;
  return Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let i = row * cols; i < (row + 1) * cols; i += 1) sum += (values[i] ?? 0) ** 2;
    return sum / cols;
  });
}

type Forward = Extract<Pass, { readonly type: 'forward' }>;

/** Different triples of incoming weights, bias and outputs, by their bits. */
function distinctUnits(kernels: Kernels, { plan, weights, bias, h }: Forward): number {
  const { fanIn, fanOut } = plan;
  const rows = kernels.fingerprints(weights, fanOut, fanIn, false);
  const biases = kernels.fingerprints(bias, fanOut, 1, false);
  const columns = kernels.fingerprints(h, h.length / fanOut, fanOut, true);
  return new Set(Array.from(rows, (row, i) => `${row},${biases[i]},${columns[i]}`)).size;
}

/** Layers with what the backward pass added to them. */
export function withBackward(stats: LayerStats, backward: BackwardStats): LayerStats {
  const { gradients, weightGradients, theoryGradientStd } = backward;
  const gradientStd = stats.theory?.gradientStd ?? theoryGradientStd;
  const theory = stats.theory === null ? null : { ...stats.theory, gradientStd };
  return { ...stats, gradients, weightGradients, theory };
}

/**
 * Runs one lane and yields its measurements: the input, layers 1 … depth as they are computed, then with
 * a backward pass layers depth … 1; a `tick` at least every few milliseconds of fast kernels between
 * them. The config must be clamped (config.ts). Non-finite values are results, not errors. Throws
 * OutOfMemory. Abandon it with `return()`: it frees the kernels' memory.
 */
export function* propagate(
  config: ExperimentConfig,
  domains: Domains,
  kernels: Kernels,
): Generator<Progress, Outcome, void> {
  const plan = planOf(config);
  const linear = activation('linear');
  const measure = (values: Tensor, quantity: Quantity, saturation = linear.saturation): Summary =>
    summarise(kernels, values, { shared: domains[quantity], saturation });
  const layers: LayerStats[] = [];
  let input: Summary | null = null;
  let theory: Theory | null = null;
  let gradientTheory: readonly (number | null)[] = [];

  const source = passes(plan, kernels, { weightGradients: true });
  try {
    for (;;) {
      const step = source.next();
      if (step.done) {
        const hidden = layers.slice(0, config.depth);
        const empty = hidden[0]?.activations;
        const start = input ?? empty;
        if (start === undefined) throw new RangeError('a network without layers');
        return {
          output: layers[config.depth] ?? null,
          loss: step.value.loss,
          firstNonFiniteLayer: firstNonFinite(hidden),
          firstAllZeroLayer: firstAllZero(hidden),
          verdict: judge(start, hidden),
          notes: step.value.notes,
          notices: plan.notices,
        };
      }
      const pass = step.value;
      if (pass.type === 'tick') yield pass;
      else if (pass.type === 'input') {
        input = measure(pass.x, 'activations');
        theory = theoryOf(plan, meanSquares(kernels.view(pass.x), config.batch));
        yield { type: 'input', input };
      } else if (pass.type === 'forward') {
        const { layer, fanIn, fanOut, isOutput } = pass.plan;
        const { saturation } = isOutput ? linear : activation(config.act.id);
        const preActivations = measure(pass.z, 'preActivations');
        const stats: LayerStats = {
          layer,
          fanIn,
          fanOut,
          weights: measure(pass.weights, 'weights'),
          preActivations,
          activations: measure(pass.h, 'activations', saturation),
          gradients: null,
          weightGradients: null,
          distinctUnits: distinctUnits(kernels, pass),
          theory: theory?.points[layer - 1] ?? null,
        };
        layers.push(stats);
        if (!isOutput) yield { type: 'layer', stats };
      } else if (pass.dWeights !== null) {
        const { layer, isOutput } = pass.plan;
        const gradients = measure(pass.dz, 'gradients');
        const weightGradients = measure(pass.dWeights, 'weightGradients');
        if (isOutput) gradientTheory = theory?.gradients(gradients.rms ** 2) ?? [];
        const theoryGradientStd = gradientTheory[layer - 1] ?? null;
        const stats = { layer, gradients, weightGradients, theoryGradientStd };
        const before = layers[layer - 1];
        if (before !== undefined) layers[layer - 1] = withBackward(before, stats);
        if (!isOutput) yield { type: 'backward', stats };
      }
    }
  } finally {
    source.return({ loss: null, notes: [] });
  }
}
