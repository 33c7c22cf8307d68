/** What a race adds to an experiment: how its networks are trained. */
import type { Notice, Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import { clamp, parseNumber } from '../spec.ts';
import type { ExperimentConfig } from '../types.ts';

export const RESCUES = ['batch_norm', 'residual', 'clip'] as const;
export type Rescue = (typeof RESCUES)[number];

export interface TrainSettings {
  /** Learning rate. */
  readonly lr: number;
  readonly steps: number;
  readonly momentum: number;
  /** Examples a step, drawn with replacement. */
  readonly trainBatch: number;
  readonly rescues: readonly Rescue[];
}

/** One lane of a race, whole. Two equal ones give equal bytes on one kernel build. */
export interface TrainConfig {
  readonly experiment: ExperimentConfig;
  readonly train: TrainSettings;
}

export const DEFAULT_TRAIN: TrainSettings = {
  lr: 0.01,
  steps: 1000,
  momentum: 0,
  trainBatch: 32,
  rescues: [],
};

const LIMITS = {
  lr: { min: 0, max: 100, whole: false },
  steps: { min: 1, max: 100_000, whole: true },
  momentum: { min: 0, max: 0.999, whole: false },
  train_batch: { min: 1, max: 512, whole: true },
} as const;

function read(key: keyof typeof LIMITS, text: string | undefined, before: number): Noticed<number> {
  if (text === undefined) return { value: before, notices: [] };
  const given = parseNumber(text);
  if (given === undefined) {
    return { value: before, notices: [notice('not-a-number', key, text, String(before))] };
  }
  const { min, max, whole } = LIMITS[key];
  const value = clamp(whole ? Math.round(given) : given, min, max);
  if (value === given) return { value, notices: [] };
  return { value, notices: [notice('out-of-range', key, text, String(value))] };
}

/** Reads the training keys of a link: `lr`, `steps`, `momentum`, `train_batch`, `rescue`. Never throws. */
export function readTrain(
  page: Readonly<Record<string, string>>,
  before: TrainSettings = DEFAULT_TRAIN,
): Noticed<TrainSettings> {
  const notices: Notice[] = [];
  const number = (key: keyof typeof LIMITS, value: number): number => {
    const found = read(key, page[key], value);
    notices.push(...found.notices);
    return found.value;
  };
  const words = page['rescue']?.split(',').map((word) => word.trim()) ?? before.rescues;
  const rescues = RESCUES.filter((rescue) => words.some((word) => word === rescue));
  for (const word of words) {
    if (word !== '' && !rescues.some((rescue) => rescue === word)) {
      notices.push(notice('unknown-value', 'rescue', word, ''));
    }
  }
  const value = {
    lr: number('lr', before.lr),
    steps: number('steps', before.steps),
    momentum: number('momentum', before.momentum),
    trainBatch: number('train_batch', before.trainBatch),
    rescues,
  };
  return { value, notices };
}

/** A race needs labels: noise becomes the two rings; values are held in float32. */
export function racing(config: ExperimentConfig): ExperimentConfig {
  const noise = config.input === 'gaussian' || config.input === 'uniform';
  return { ...config, input: noise ? 'circle' : config.input, precision: 'float32' };
}
