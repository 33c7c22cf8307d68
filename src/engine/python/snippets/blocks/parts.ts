/** What the programs of nets with residual blocks, normalization, or an output layer or inputs of their own share. */
import { blockCount, branchFactor } from '../../../passes/blocks.ts';
import { planOf } from '../../../passes/plan.ts';
import type { ExperimentConfig } from '../../../types.ts';
import { python } from '../../python.ts';

/** Code of the initializers, by where they are used. */
export interface BlockCode {
  readonly weights: string;
  /** Of the output layer; the same as `weights` where it has none of its own. */
  readonly head: string;
  readonly bias: string;
}

/** Runs of equal elements, `["plain"] + ["open", "close"] * 4`. */
function runsCode(roles: readonly string[]): string {
  const parts: string[] = [];
  let at = 0;
  while (at < roles.length) {
    const size = roles[at] === 'open' ? 2 : 1;
    const unit = roles.slice(at, at + size);
    let times = 1;
    while (unit.every((role, i) => roles[at + times * size + i] === role)) times += 1;
    const list = `[${unit.map((role) => `"${role}"`).join(', ')}]`;
    parts.push(times === 1 ? list : `${list} * ${times}`);
    at += times * size;
  }
  return parts.join(' + ');
}

const rolesOfLayers = (config: ExperimentConfig): readonly string[] =>
  planOf(config).layers.map(({ role, isOutput }) => (isOutput ? 'output' : role));

/** Whether any layer adds to what it was given. */
export const hasBlocks = (config: ExperimentConfig): boolean =>
  planOf(config).layers.some(({ role }) => role !== 'plain');

/** `roles = [...]`, a layer each, with what the words mean that occur. */
export function rolesCode(config: ExperimentConfig): string {
  const roles = rolesOfLayers(config);
  const remarks = [
    ['whole', 'whole: h + branch * f(z)'],
    ['open', 'open, close: h + branch * (W2 f(W1 h))'],
  ].filter(([role]) => roles.some((each) => each === role));
  const remark = remarks.length === 0 ? '' : `  # ${remarks.map(([, text]) => text).join('; ')}`;
  return `roles = ${runsCode(roles)}${remark}`;
}

/** The factor on every branch, as code; `null` where it is learned from 0, or there is no branch. */
export function branchCode(config: ExperimentConfig): string | null {
  const blocks = blockCount(planOf(config).layers.map(({ role }) => role));
  if (!hasBlocks(config)) return null;
  if (config.branch === '1/sqrt(L)') return `1 / sqrt(${blocks})`;
  if (config.branch === '1/sqrt(2L)') return `1 / sqrt(2 * ${blocks})`;
  const factor = branchFactor(config.branch, blocks);
  return factor === 0 ? null : python(factor);
}

/** Fixup's factor on all but the last layer of a branch, as code; `null` without Fixup. */
export function fixupCode(config: ExperimentConfig): string | null {
  if (config.branch !== 'fixup' || !hasBlocks(config)) return null;
  return `1 / sqrt(${blockCount(planOf(config).layers.map(({ role }) => role))})`;
}

/** `128 + 74 * h` where inputs are not of mean 0 and standard deviation 1. */
export function inputCode({ input_mean: mean, input_std: std }: ExperimentConfig): string | null {
  return mean === 0 && std === 1 ? null : `${python(mean)} + ${python(std)} * h`;
}

/** Layers of these roles have no activation of their own, and no normalization. */
export const BARE = '("close", "output")';
export const STARTS = '("whole", "open")';
export const ENDS = '("whole", "close")';
