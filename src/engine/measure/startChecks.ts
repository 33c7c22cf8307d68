/** The three questions a good start must answer, asked of the measured hidden layers. */
import type { LayerStats } from '../types.ts';
import { changeOf } from './verdict.ts';

/** Whether a size is kept over the layers, by the thresholds of the verdict. */
export interface SizeCheck {
  readonly kept: boolean;
  /** The size it ends with over the size it starts with; 0 where nothing is left. */
  readonly ratio: number;
}

export interface StartChecks {
  /** The layer with the fewest different units, and how many units it has. */
  readonly different: { readonly kept: boolean; readonly distinct: number; readonly units: number };
  /** Spread of the activations between examples, first layer to last: what differs from input to input. */
  readonly forward: SizeCheck;
  /** Size of dC/dz, last layer to first; `null` without a backward pass. */
  readonly backward: SizeCheck | null;
}

function sizeCheck(from: number, to: number, steps: number): SizeCheck {
  const ratio = from === 0 ? 0 : to / from;
  return { kept: ratio > 0 && changeOf(from, to, steps) === 0, ratio };
}

/** `null` for fewer than two layers: there is nothing to compare. */
export function startChecks(layers: readonly LayerStats[]): StartChecks | null {
  const [first] = layers;
  const last = layers.at(-1);
  if (first === undefined || last === undefined || layers.length < 2) return null;
  const worst = layers.reduce((least, layer) =>
    layer.distinctUnits / layer.units < least.distinctUnits / least.units ? layer : least,
  );
  const steps = layers.length - 1;
  return {
    different: {
      kept: worst.distinctUnits === worst.units,
      distinct: worst.distinctUnits,
      units: worst.units,
    },
    forward: sizeCheck(first.exampleStd, last.exampleStd, steps),
    backward:
      first.gradients === null || last.gradients === null
        ? null
        : sizeCheck(last.gradients.rms, first.gradients.rms, steps),
  };
}
