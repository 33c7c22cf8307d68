/** Whether a file holds trained weights, judged from all its tensors together. */
import { isWeight } from './finding.ts';
import type { Examined } from './finding.ts';
import { identify } from '../identify/identify.ts';

/** From this many numbers on, a weight matrix that looks trained does not look so by chance. */
const ENOUGH = 500;
/** More than this share of a file's biases must have moved. */
const MOST = 0.5;

const isConstant = ({ summary: { numbers } }: Examined): boolean =>
  numbers.count < 2 || numbers.min === numbers.max;

/** A fresh bias is constant or follows PyTorch's default; a fresh norm is constant. */
function hasMoved(each: Examined): boolean {
  const { summary, rule } = each;
  if (summary.layout.kind === 'norm') return !isConstant(each);
  if (isWeight(each)) return rule?.trained === true && summary.numbers.count >= ENOUGH;
  return !isConstant(each) && rule?.names.includes('pytorch_linear') !== true;
}

/** Whether any weights or norm, or most biases, have moved from their initial values. */
export function isTrainedFile(all: readonly Examined[]): boolean {
  const known = all.filter((each) => isWeight(each) || each.summary.layout.kind === 'norm');
  if (known.some(hasMoved)) return true;
  const biases = all.filter(
    ({ summary: { layout, numbers } }) => layout.kind === 'bias' && numbers.count > 1,
  );
  return biases.length > 1 && biases.filter(hasMoved).length > MOST * biases.length;
}

/** A bias that training has moved from a constant follows no rule, even if its few numbers seem to fit one. */
const isDrift = (each: Examined): boolean =>
  each.summary.layout.kind === 'bias' && each.rule?.shape != null && hasMoved(each);

/** In a trained file, identifies weights again with higher prior odds that they have been trained. */
export function settleRules(all: readonly Examined[]): readonly Examined[] {
  if (!isTrainedFile(all)) return all;
  return all.map((each) => {
    if (isWeight(each)) return { ...each, rule: identify(each.summary, 'trained') };
    return isDrift(each) ? { ...each, rule: null } : each;
  });
}
