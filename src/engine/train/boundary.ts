/** The class probabilities of a network over the plane of its examples. */
import type { Kernels } from '../kernels.ts';
import { finish } from '../pace.ts';
import { asGiven } from '../passes/plan.ts';
import { forward } from './network.ts';
import type { Trainer } from './trainer.ts';

/** Cells along each side of the square. */
export const BOUNDARY_SIDE = 48;

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

/** The probabilities over the plane; `null` if the examples are not points. Non-finite logits give NaN. */
export function boundaryOf(trainer: Trainer, kernels: Kernels): Boundary | null {
  const { network, classes, test } = trainer;
  if (test.features !== 2) return null;
  const side = BOUNDARY_SIDE;
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
    const logits = finish(forward(kernels, network, rows, false));
    values.set(kernels.view(logits).subarray(0, rows * classes), from * classes);
  }
  softmax(values, classes);
  return { side, domain: DOMAIN, classes, values };
}
