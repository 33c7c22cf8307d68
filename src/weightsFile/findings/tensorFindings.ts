/** Findings that need only a single tensor. */
import { gainOf, isAllZero, isFresh, isWeight } from './finding.ts';
import type { Examined, Finding, FindingId } from './finding.ts';
import { firstLoss } from '../../engine/theory/firstLoss.ts';

type Check = (each: Examined) => Readonly<Record<string, number>> | null;

/** A mean is shifted if it is above both of these: in its standard errors, and in standard deviations. */
const MEAN_ERRORS = 6;
const MEAN_SHARE = 0.2;
/** Logits wider than this make the first loss far larger than ln C. */
const WIDE_LOGITS = 2.5;
const MIN_CLASSES = 2;

const isGamma = (name: string): boolean => /(?:weight|gamma|scale|vars\/0)(?::\d+)?$/.test(name);

const slip =
  (id: FindingId): Check =>
  ({ rule, summary: { layout, numbers } }) =>
    rule !== null && rule.slip === id && rule.confidence > 0.5
      ? {
          std: numbers.std,
          right: Math.sqrt(2 / layout.fanIn),
          fanIn: layout.fanIn,
          fanOut: layout.fanOut,
          area: layout.area,
        }
      : null;

export const TENSOR_CHECKS: Partial<Record<FindingId, Check>> = {
  'non-finite': ({ summary: { numbers } }) =>
    numbers.finite < numbers.count
      ? { count: numbers.count - numbers.finite, of: numbers.count }
      : null,

  'equal-units': (each) => {
    const { units } = each.summary;
    if (!isWeight(each) || units.count < 2 || isAllZero(each)) return null;
    const alive = units.distinct - (units.allZero > 0 ? 1 : 0);
    const shown = units.count - units.allZero;
    return alive < shown ? { distinct: units.distinct, units: units.count } : null;
  },

  'mean-shifted': (each) => {
    const { numbers, layout } = each.summary;
    if (!(isWeight(each) || layout.kind === 'embedding') || !isFresh(each)) return null;
    if (numbers.min === numbers.max || each.rule?.shape === null) return null;
    const error = numbers.std / Math.sqrt(numbers.finite);
    const shift = Math.abs(numbers.mean);
    // A standard deviation of 1 with a mean other than 0: the only argument was passed as the mean.
    const isUnit = Math.abs(numbers.std - 1) < 5 / Math.sqrt(2 * numbers.finite);
    return shift > MEAN_ERRORS * error && (isUnit || shift > MEAN_SHARE * numbers.std)
      ? { mean: numbers.mean, std: numbers.std }
      : null;
  },

  'brackets-missing': slip('brackets-missing'),
  'variance-as-std': slip('variance-as-std'),
  'std-as-limit': slip('std-as-limit'),
  'wrong-fan': slip('wrong-fan'),
  'group-fan': slip('group-fan'),
  'area-forgotten': slip('area-forgotten'),

  'cut-at-two': ({ rule, summary: { numbers } }) => {
    const reach = Math.max(-numbers.min, numbers.max);
    const cut = reach > 1.95 && reach <= 2 && -numbers.min > 1.9 && numbers.max > 1.9;
    return cut && numbers.std > 0.8 && numbers.finite >= 500 && rule?.shape !== 'uniform'
      ? { std: numbers.std, reach }
      : null;
  },

  'zero-right': (each) => {
    const { name, layout } = each.summary;
    if (!isAllZero(each)) return null;
    if (layout.kind === 'norm' && isGamma(name) && !/running|moving/.test(name)) return {};
    return isWeight(each) && isMeantZero(name) ? {} : null;
  },
};

/** Matrices that begin at zero on purpose: LoRA's B, ControlNet's zero convolutions, adaLN-Zero. */
export const isMeantZero = (name: string): boolean =>
  /lora_?(?:b|up)\b|lora_B|zero_(?:conv|init|module)|adaln|ada_?ln|modulation|controlnet|zero_proj/i.test(
    name,
  );

/** Reports a last layer whose logits are too wide for inputs of mean square 1, with the first loss that results. */
export function headFinding(head: Examined): Finding | null {
  const { layout, name } = head.summary;
  const spread = gainOf(head);
  const classes = layout.fanOut;
  if (!isFresh(head) || classes < MIN_CLASSES || !(spread > WIDE_LOGITS)) return null;
  return {
    id: 'too-wide-head',
    tensors: [name],
    numbers: { spread, classes, loss: firstLoss(classes, spread), chance: Math.log(classes) },
  };
}

/** Reports an embedding that is also the head if its logits are too wide for a vector of mean square 1. */
export function embeddingFinding(embedding: Examined, isTied: boolean): Finding | null {
  const { layout, name, numbers } = embedding.summary;
  const spread = numbers.rms * Math.sqrt(layout.fanIn);
  const tokens = layout.fanOut;
  if (!isFresh(embedding) || tokens < 64 || layout.fanIn < 16) return null;
  if (!isTied || !(spread > WIDE_LOGITS)) return null;
  return {
    id: 'too-wide-embedding',
    tensors: [name],
    numbers: {
      std: numbers.std,
      spread,
      classes: tokens,
      loss: firstLoss(tokens, spread),
      chance: Math.log(tokens),
    },
  };
}
