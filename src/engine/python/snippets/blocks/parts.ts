/** Shared by the programs of nets with residual blocks, normalization, a separate head initializer or scaled inputs. */
import { blockCount, branchFactor } from '../../../passes/blocks.ts';
import { planOf } from '../../../passes/plan.ts';
import type { ExperimentConfig } from '../../../types.ts';
import { python } from '../../python.ts';

/** Code of the initializers. */
export interface BlockCode {
  readonly weights: string;
  /** Initializer of the output layer; the same as `weights` unless it is set separately. */
  readonly head: string;
  readonly bias: string;
}

/** A Python list written with repetitions, `["plain"] + ["open", "close"] * 4`. */
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

/** Whether the net has residual blocks. */
export const hasBlocks = (config: ExperimentConfig): boolean =>
  planOf(config).layers.some(({ role }) => role !== 'plain');

/** `roles = [...]`, one per layer, with a Python comment that explains the roles that occur. */
export function rolesCode(config: ExperimentConfig): string {
  const roles = rolesOfLayers(config);
  const remarks = [
    ['whole', 'whole: h + branch * f(z)'],
    ['open', 'open, close: h + branch * (W2 f(W1 h))'],
  ].filter(([role]) => roles.some((each) => each === role));
  const remark = remarks.length === 0 ? '' : `  # ${remarks.map(([, text]) => text).join('; ')}`;
  return `roles = ${runsCode(roles)}${remark}`;
}

/** The factor on every branch, as code; `null` if it is learned from 0 or there is no branch. */
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

/** Code that scales and shifts the inputs, `128 + 74 * h`; `null` for mean 0 and std 1. */
export function inputCode({ input_mean: mean, input_std: std }: ExperimentConfig): string | null {
  return mean === 0 && std === 1 ? null : `${python(mean)} + ${python(std)} * h`;
}

/** Python tuple of the roles without activation and normalization. */
export const BARE = '("close", "output")';
export const STARTS = '("whole", "open")';
export const ENDS = '("whole", "close")';
