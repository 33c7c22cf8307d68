/** Measurements of each pass of a run. */
import { activation } from '../rules/activations.ts';
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import type { Pass } from '../passes/pass.ts';
import type { Plan } from '../passes/plan.ts';
import { summarize } from './summary.ts';
import { THREADS } from '../types.ts';
import type { Domains, LayerStats, Quantity, Summary, TheoryPoint } from '../types.ts';

type ForwardPass = Extract<Pass, { readonly type: 'forward' }>;

export interface Measurer {
  readonly summary: (values: Tensor, quantity: Quantity) => Summary;
  /** Measures a layer; yields between its arrays, which can be large. */
  readonly layer: (
    pass: ForwardPass,
    theory: TheoryPoint | null,
    squares: Float64Array | null,
  ) => Generator<Tick, LayerStats, void>;
}

/** Mean squares over the units of `values [rows × places × units]`: one array per row, with one number per place. */
export function meanSquares(
  values: Float32Array | Float64Array,
  rows: number,
  places: number,
): readonly Float64Array[] {
  const units = values.length / (rows * places);
  return Array.from({ length: rows }, (_, row) =>
    Float64Array.from({ length: places }, (__, place) => {
      const from = (row * places + place) * units;
      let sum = 0;
      for (let i = from; i < from + units; i += 1) sum += (values[i] ?? 0) ** 2;
      return sum / units;
    }),
  );
}

/** Mean squares of `values [rows × places × units]` over rows and units, one per place. */
export function placeSquares(
  kernels: Kernels,
  values: Tensor,
  places: number,
  units: number,
): readonly number[] {
  const columns = kernels.columnSquares(values, places * units);
  return Array.from({ length: places }, (_, place) => {
    let sum = 0;
    for (const each of columns.subarray(place * units, (place + 1) * units)) sum += each;
    return (sum * places) / values.length;
  });
}

/** Root mean square of each of the first `count` rows of `values [rows × cols]`. */
export function rmsOfRows(
  values: Float32Array | Float64Array,
  cols: number,
  count: number,
): number[] {
  return Array.from({ length: Math.min(count, values.length / cols) }, (_, row) => {
    let squares = 0;
    for (let i = row * cols; i < (row + 1) * cols; i += 1) squares += (values[i] ?? 0) ** 2;
    return Math.sqrt(squares / cols);
  });
}

/** Share of the rows of `values [rows × cols]` that are all zero. */
export function deadRows(values: Float32Array | Float64Array, rows: number): number {
  const cols = values.length / rows;
  let dead = 0;
  for (let from = 0; from < values.length; from += cols) {
    let i = from;
    while (i < from + cols && values[i] === 0) i += 1;
    if (i === from + cols) dead += 1;
  }
  return dead / rows;
}

/** Number of distinct units, compared by the bits of their incoming weights, bias and outputs. */
function distinctUnits(kernels: Kernels, { plan, weights, bias, h }: ForwardPass): number {
  const { fanIn, units } = plan;
  // Usually the first weight of each unit already distinguishes them all.
  const values = kernels.view(weights);
  const heads = Float64Array.from({ length: units }, (_, unit) => values[unit * fanIn] ?? 0);
  if (new Set(heads).size === units) return units;
  const rows = kernels.fingerprints(weights, units, fanIn, false);
  const biases = kernels.fingerprints(bias, units, 1, false);
  const columns = kernels.fingerprints(h, h.length / units, units, true);
  return new Set(Array.from(rows, (row, i) => `${row},${biases[i]},${columns[i]}`)).size;
}

export function measurer({ config }: Plan, domains: Domains, kernels: Kernels): Measurer {
  const summary: Measurer['summary'] = (values, quantity) =>
    summarize(kernels, values, { shared: domains[quantity], saturation: null });
  return {
    summary,
    *layer(pass, theory, squares) {
      const { layer, fanIn, fanOut, units, outputs, conv, isOutput } = pass.plan;
      // The output of a block is a sum, to which the activation's saturation limits do not apply.
      const sum = pass.plan.role === 'whole' || pass.plan.role === 'close';
      const saturation = isOutput || sum ? null : activation(config.act.id).saturation;
      const weights = summary(pass.weights, 'weights');
      yield TICK;
      const preActivations = pass.zSummary ?? summary(pass.z, 'preActivations');
      yield TICK;
      const activations = summarize(kernels, pass.h, { shared: domains.activations, saturation });
      yield TICK;
      return {
        layer,
        fanIn,
        fanOut,
        units,
        weights,
        preActivations,
        activations,
        exampleStd: kernels.spreadBetweenRows(pass.h, outputs),
        exampleRms: rmsOfRows(kernels.view(pass.h), outputs, THREADS),
        deadExamples: deadRows(kernels.view(pass.h), config.batch),
        similarity: kernels.meanCosine(pass.z, config.batch),
        gradients: null,
        weightGradients: null,
        distinctUnits: distinctUnits(kernels, pass),
        theory,
        places:
          conv === null
            ? null
            : {
                side: conv.side,
                activations: placeSquares(kernels, pass.h, pass.plan.places, units),
                theory: squares === null ? null : [...squares],
                gradients: null,
              },
      };
    },
  };
}
