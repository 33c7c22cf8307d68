/** The class probabilities of a network over the plane of its examples. */
import type { Kernels } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { flopsPerExample } from '../passes/layerShape.ts';
import { asGiven } from '../passes/plan.ts';
import { forward } from './forward.ts';
import type { Network } from './network.ts';
import type { Trainer } from './trainer.ts';

/** Cells along each side of the square. */
const SIDE = 48;
/** The same for a quick look at a network whose answers all over the square take more than QUICK_FLOPS. */
const QUICK_SIDE = 24;
const QUICK_FLOPS = 5e8;

function sideOf({ layers }: Network, quick: boolean): number {
  const each = layers.reduce((flops, { shape }) => flops + flopsPerExample(shape), 0);
  return quick && SIDE * SIDE * each > QUICK_FLOPS ? QUICK_SIDE : SIDE;
}

export interface Boundary {
  readonly side: number;
  /** Range of both coordinates; contains all sets of points. */
  readonly domain: readonly [lo: number, hi: number];
  readonly classes: number;
  /** Probability of every class at each cell's centre, `[side × side × classes]`; row 0 on top. */
  readonly values: Float32Array<ArrayBuffer>;
}

const DOMAIN = [-2.5, 2.5] as const;

/** Turns logits `values [rows × classes]` into probabilities in place. */
function softmax(values: Float32Array, classes: number): void {
  for (let at = 0; at < values.length; at += classes) {
    const row = values.subarray(at, at + classes);
    const most = Math.max(...row);
    let sum = 0;
    for (let i = 0; i < classes; i += 1) {
      row[i] = Math.exp((row[i] ?? 0) - most);
      sum += row[i] ?? 0;
    }
    for (let i = 0; i < classes; i += 1) row[i] = (row[i] ?? 0) / sum;
  }
}

/**
 * The probabilities over the plane; `null` if the examples are not points. Non-finite logits give NaN. `quick` allows
 * fewer cells for a large network.
 */
export function* boundaryOf(
  trainer: Trainer,
  kernels: Kernels,
  quick: boolean,
): Generator<Tick, Boundary | null, void> {
  const { network, classes, test } = trainer;
  if (test.features !== 2) return null;
  const side = sideOf(network, quick);
  const [lo, hi] = DOMAIN;
  const place = (i: number): number => lo + ((i + 0.5) / side) * (hi - lo);
  const values = new Float32Array(side * side * classes);
  for (let from = 0; from < side * side; from += network.rows) {
    const rows = Math.min(network.rows, side * side - from);
    const input = kernels.view(network.input);
    for (let row = 0; row < rows; row += 1) {
      const cell = from + row;
      input[2 * row] = place(cell % side);
      input[2 * row + 1] = -place(Math.floor(cell / side));
    }
    asGiven(input.subarray(0, 2 * rows), trainer.config);
    const logits = yield* forward(kernels, network, rows, false);
    values.set(kernels.view(logits).subarray(0, rows * classes), from * classes);
  }
  softmax(values, classes);
  return { side, domain: DOMAIN, classes, values };
}
