/** Three checks of a good initialization, on the measured hidden layers. */
import type { LayerStats } from '../types.ts';
import { changeOf } from './verdict.ts';

/** Whether a size is preserved over the layers, by the thresholds of the verdict. */
export interface SizeCheck {
  readonly kept: boolean;
  /** Final size over initial size; 0 if nothing is left. */
  readonly ratio: number;
}

export interface StartChecks {
  /** Of the layer with the fewest distinct units: that number, and all its units. */
  readonly different: { readonly kept: boolean; readonly distinct: number; readonly units: number };
  /** Std of the activations between examples, from the first layer to the last. */
  readonly forward: SizeCheck;
  /** Std of dC/dz, from the last layer to the first; `null` without a backward pass. */
  readonly backward: SizeCheck | null;
}

function sizeCheck(from: number, to: number, steps: number): SizeCheck {
  const ratio = from === 0 ? 0 : to / from;
  return { kept: ratio > 0 && changeOf(from, to, steps) === 0, ratio };
}

/** The checks; `null` for fewer than two layers, which leave nothing to compare. */
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
