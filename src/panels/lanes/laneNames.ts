/** Names of lanes: the initializer, and what the lane overrides. */
import type { LabLane } from '../../engine/lab/lab.ts';
import { printActivation, printInitializer } from '../../engine/rules/spec.ts';
import type { ExperimentConfig } from '../../engine/types.ts';
import { leftToRight } from '../../i18n/bidi.ts';
import type { Format } from '../../i18n/format.ts';
import type { Words } from '../../i18n/page/en.ts';

/** `N(0, 0.1²)` and `U(−0.1, 0.1)` for rules that are known by their numbers, else the initializer's name. */
function initializerName(lane: LabLane, words: Words, format: Format): string {
  const { id, params } = lane.initializer;
  const number = (name: string): string => {
    const value = params[name];
    return typeof value === 'number' ? format.formula(value) : '';
  };
  /** A power of ten is put in brackets, so that the square does not seem to belong to its exponent. */
  const squared = (name: string): string => {
    const text = number(name);
    return /^[\d.]*$/.test(text) ? `${text}²` : `(${text})²`;
  };
  switch (id) {
    case 'random_normal':
      return leftToRight(`N(${number('mean')}, ${squared('std')})`);
    case 'random_uniform':
      return leftToRight(`U(${number('min')}, ${number('max')})`);
    case 'constant':
      return `${words.initializers.constant.name} ${format.plain(Number(params['value']))}`;
    default: {
      const { name } = words.initializers[id];
      const { gain, scale } = params;
      if (typeof scale === 'number' && scale !== 1) return `${name} ${format.plain(scale)}`;
      return typeof gain === 'number' && gain !== 1 ? `${format.plain(gain)} × ${name}` : name;
    }
  }
}

/** Blocks, normalization and inputs in symbols, the same in every language: `h + 0.5 f(Wh)`, `BN`. */
function blockNames({ overrides }: LabLane, format: Format): readonly string[] {
  const { block, branch, norm, head, input_mean: mean, input_std: std } = overrides;
  const factor =
    branch === undefined || branch === 1
      ? ''
      : `${typeof branch === 'number' ? format.formula(branch) : branch} · `;
  const sums = { plain: '', residual1: `h + ${factor}f(Wh)`, residual2: `h + ${factor}W₂f(W₁h)` };
  const join = sums[block ?? 'plain'];
  const norms = { none: '', batch: 'BN', layer: 'LN' };
  const inputs =
    mean === undefined && std === undefined
      ? ''
      : `x: ${format.formula(mean ?? 0)} ± ${format.formula(std ?? 1)}`;
  return [
    join === '' && branch !== undefined ? `${factor}branch` : join,
    norms[norm ?? 'none'],
    head == null ? '' : `W_out: ${printInitializer(head)}`,
    inputs,
  ]
    .filter((each) => each !== '')
    .map(leftToRight);
}

/** The initializer, followed by what the lane overrides: `He · tanh · 20`. */
export function laneName(lane: LabLane, words: Words, format: Format): string {
  const { act, depth, width, batch, seed, input, precision, bias } = lane.overrides;
  const { net, kernel, padding } = lane.overrides;
  const extras = [
    act === undefined ? null : actName(act, words),
    depth === undefined ? null : words.lab.layers(format.integer(depth)),
    width === undefined ? null : words.lab.units(format.integer(width)),
    batch === undefined ? null : `${words.lab.batch} ${format.integer(batch)}`,
    net === undefined ? null : words.nets[net],
    kernel === undefined ? null : `${format.integer(kernel)} × ${format.integer(kernel)}`,
    padding === undefined ? null : words.paddings[padding],
    input === undefined ? null : words.inputs[input],
    precision === undefined ? null : words.precisions[precision],
    ...blockNames(lane, format),
    bias === undefined ? null : `${words.lab.bias}: ${words.initializers[bias.id].name}`,
    seed === undefined ? null : `${words.lab.seed} ${format.integer(seed)}`,
  ].filter((each) => each !== null);
  return [initializerName(lane, words, format), ...extras].join(' · ');
}

/** The activation's name, with its parameter where it is not the default. */
export function actName(act: ExperimentConfig['act'], words: Words): string {
  const printed = printActivation(act);
  const name = words.activations[act.id];
  const open = printed.indexOf('(');
  return open < 0 ? name : `${name} ${printed.slice(open)}`;
}
