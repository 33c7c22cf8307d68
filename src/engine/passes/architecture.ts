/** The layers a config asks for, with its open sizes resolved. */
import { inputOf } from '../data/inputs.ts';
import type { Notice, Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import type { LayerShape } from './layerShape.ts';
import { denseShape } from './layerShape.ts';
import type { ExperimentConfig } from '../types.ts';

export interface Architecture {
  /** Input size. */
  readonly inputs: number;
  /** Hidden layers, first to last. */
  readonly hidden: readonly LayerShape[];
  /** The linear output layer; `null` where the last hidden layer is the output. */
  readonly output: LayerShape | null;
  /** Classes of labelled inputs, else `null`. */
  readonly classes: number | null;
}

/**
 * `in`: the data's own size for labelled inputs, else width unless given. `out`: for labelled inputs
 * one unit per class at least, else no output layer unless given.
 */
export function architecture(config: ExperimentConfig): Noticed<Architecture> {
  const notices: Notice[] = [];
  const input = inputOf(config.input);
  const labelled = input.kind !== 'noise';
  const inputs = labelled ? input.features : (config.in ?? config.width);
  if (config.in !== null && config.in !== inputs) {
    notices.push(notice('fixed-by-data', 'in', String(config.in), String(inputs)));
  }
  const classes = labelled ? input.classes : null;
  const outputs = classes === null ? config.out : Math.max(classes, config.out ?? classes);
  if (config.out !== null && config.out !== outputs) {
    notices.push(notice('fixed-by-data', 'out', String(config.out), String(outputs)));
  }
  const { width, depth } = config;
  const value: Architecture = {
    inputs,
    hidden: Array.from({ length: depth }, (_, index) =>
      denseShape(index === 0 ? inputs : width, width),
    ),
    output: outputs === null ? null : denseShape(depth === 0 ? inputs : width, outputs),
    classes,
  };
  return { value, notices };
}

/** Hidden layers, then the output layer where there is one. */
export function allLayers({ hidden, output }: Architecture): readonly LayerShape[] {
  return output === null ? hidden : [...hidden, output];
}
