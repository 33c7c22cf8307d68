/**
 * Std of dC/dz per layer, assuming that the backward weights are independent of the forward ones:
 * `g ← n_out · Var(w) · g · E[f′²]` (Glorot & Bengio 2010, eq. 6; He et al. 2015, eq. 13), plus the skip connections.
 */
import type { LayerPlan, Plan } from '../passes/plan.ts';
import type { ForwardPoint } from './forwardTheory.ts';
import { averageOf, together } from './groups.ts';
import { outgoing } from './places.ts';
import { unitOf } from './unit.ts';

/** Mean squares of a gradient: an array per group with a number per place, in multiples of `unit²`. */
interface Gradient {
  readonly values: readonly Float64Array[];
  /** Mean product of two examples' gradients; batch normalization makes them sum to 0. */
  readonly across: number;
  readonly unit: number;
}

const scaled = ({ values, across, unit }: Gradient, factor: number): Gradient => ({
  values: values.map((group) => group.map((x) => x * factor)),
  across: across * factor,
  unit,
});

function inUnit({ values, across, unit }: Gradient, next: number): Gradient {
  return { ...scaled({ values, across, unit }, (unit / next) ** 2), unit: next };
}

const sizeOf = ({ values, unit }: Gradient): number => Math.sqrt(averageOf(values)) * unit;

const rescaled = (gradient: Gradient): Gradient => inUnit(gradient, unitOf(sizeOf(gradient)));

/** Adds the gradients of a branch and of its skip connection, which are independent. */
function sum(a: Gradient, b: Gradient): Gradient {
  const unit = unitOf(Math.max(sizeOf(a), sizeOf(b)));
  const [x, y] = [inUnit(a, unit), inUnit(b, unit)];
  return {
    values: together(x.values, y.values, (p, q) => p + q),
    across: x.across + y.across,
    unit,
  };
}

/** dC/dz from dC/dh, through the branch's factor, the activation's slope and the normalization. */
function throughActivation(layer: LayerPlan, point: ForwardPoint, dh: Gradient): Gradient {
  const { values, across, unit } = scaled(dh, layer.factor ** 2);
  const { inverse, batchNorm } = point;
  const outside = unit * inverse.unit;
  if (batchNorm !== null) {
    const { batch, own } = batchNorm;
    const taken = across * batchNorm.across;
    const here = values.map((group) => group.map((g) => (own * g - taken) * inverse.value));
    return { values: here, across: -averageOf(here) / (batch - 1), unit: outside };
  }
  // Examples in one group above may be in several groups here, but not the other way round.
  const here = together(point.slopes, values, (slope, g) => slope * g * inverse.value);
  return { values: here, across: 0, unit: outside };
}

/**
 * Stds by layer, given the mean square of the gradient at the end of the network: dC/dh of the last hidden layer, or
 * dC/dz of the output layer. Empty if the forward theory does not reach the end.
 */
export function backwardTheory(
  plan: Plan,
  points: readonly ForwardPoint[],
  outputSecond: number,
): readonly number[] {
  const stds: number[] = [];
  const end = plan.layers.at(-1)?.places ?? 1;
  let above: Gradient = {
    values: [new Float64Array(end).fill(outputSecond)],
    across: 0,
    unit: 1,
  };
  let around = above;
  for (let index = plan.layers.length - 1; index >= 0; index -= 1) {
    const point = points[index];
    const layer = plan.layers[index];
    if (point === undefined || layer === undefined) return [];
    const { role } = layer;
    if (role === 'whole' || role === 'close') around = above;
    const dz = throughActivation(layer, point, above);
    stds.unshift(sizeOf(dz));
    const places = plan.layers[index - 1]?.places ?? 1;
    const { fanOut } = layer;
    const { weights } = point;
    // Multiply in this order, so that results files stay bitwise the same.
    const back: Gradient = {
      values: dz.values.map((group) =>
        outgoing(layer, group, places).map((x) => x * fanOut * weights.value),
      ),
      across: dz.across * fanOut * weights.value,
      unit: dz.unit * weights.unit,
    };
    above = rescaled(role === 'whole' || role === 'open' ? sum(back, around) : back);
  }
  return stds;
}
