/** What a race adds to an experiment: how its networks are trained. */
import type { Notice, Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import { clamp, parseNumber } from '../rules/spec.ts';
import type { ExperimentConfig } from '../types.ts';

export const RESCUES = ['batch_norm', 'residual', 'clip'] as const;
export type Rescue = (typeof RESCUES)[number];

/** A push by hand: `amount` is added to one weight after the start is drawn. All counted from 1. */
export interface Nudge {
  readonly layer: number;
  readonly unit: number;
  readonly input: number;
  readonly amount: number;
}

export interface TrainSettings {
  /** Learning rate. */
  readonly lr: number;
  readonly steps: number;
  readonly momentum: number;
  /** Examples a step, drawn with replacement. */
  readonly trainBatch: number;
  readonly rescues: readonly Rescue[];
  readonly nudge: Nudge | null;
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
  nudge: null,
};

export const TRAIN_LIMITS = {
  lr: { min: 0, max: 100, whole: false },
  steps: { min: 1, max: 100_000, whole: true },
  momentum: { min: 0, max: 0.999, whole: false },
  train_batch: { min: 1, max: 512, whole: true },
} as const;

function read(
  key: keyof typeof TRAIN_LIMITS,
  text: string | undefined,
  before: number,
): Noticed<number> {
  if (text === undefined) return { value: before, notices: [] };
  const given = parseNumber(text);
  if (given === undefined) {
    return { value: before, notices: [notice('not-a-number', key, text, String(before))] };
  }
  const { min, max, whole } = TRAIN_LIMITS[key];
  const value = clamp(whole ? Math.round(given) : given, min, max);
  if (value === given) return { value, notices: [] };
  return { value, notices: [notice('out-of-range', key, text, String(value))] };
}

/** `layer,unit,input,amount`, the first three whole numbers from 1; `null` for anything else. */
function parseNudge(text: string): Nudge | null {
  const [layer = 0, unit = 0, input = 0, amount] = text.split(',').map(Number);
  const places = [layer, unit, input].every((place) => Number.isInteger(place) && place >= 1);
  if (!places || amount === undefined || !Number.isFinite(amount)) return null;
  return { layer, unit, input, amount };
}

/**
 * Reads the training keys of a link: `lr`, `steps`, `momentum`, `train_batch`, `rescue`, `nudge`. Never
 * throws.
 */
export function readTrain(
  page: Readonly<Record<string, string>>,
  before: TrainSettings = DEFAULT_TRAIN,
): Noticed<TrainSettings> {
  const notices: Notice[] = [];
  const number = (key: keyof typeof TRAIN_LIMITS, value: number): number => {
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
  const pushed = page['nudge'];
  const nudge = pushed === undefined ? before.nudge : parseNudge(pushed);
  if (pushed !== undefined && pushed !== '' && nudge === null) {
    notices.push(notice('malformed', 'nudge', pushed, ''));
  }
  const value = {
    lr: number('lr', before.lr),
    steps: number('steps', before.steps),
    momentum: number('momentum', before.momentum),
    trainBatch: number('train_batch', before.trainBatch),
    rescues,
    nudge,
  };
  return { value, notices };
}

const printNudge = ({ layer, unit, input, amount }: Nudge): string =>
  [layer, unit, input, amount].join(',');

/** The keys of a link that differ from the defaults; readTrain reads them back the same. */
export function printTrain(train: TrainSettings): Readonly<Record<string, string>> {
  const text = (settings: TrainSettings): Readonly<Record<string, string>> => ({
    lr: String(settings.lr),
    steps: String(settings.steps),
    momentum: String(settings.momentum),
    train_batch: String(settings.trainBatch),
    rescue: settings.rescues.join(','),
    nudge: settings.nudge === null ? '' : printNudge(settings.nudge),
  });
  const usual = text(DEFAULT_TRAIN);
  return Object.fromEntries(
    Object.entries(text(train)).filter(([key, value]) => value !== usual[key]),
  );
}

/** Every number within its limits; what is not a number becomes the default. */
export const clampTrain = (train: TrainSettings): TrainSettings =>
  readTrain(printTrain(train)).value;

/** A race needs labels: noise becomes the two rings; values are held in float32. */
export function racing(config: ExperimentConfig): ExperimentConfig {
  const noise = config.input === 'gaussian' || config.input === 'uniform';
  return { ...config, input: noise ? 'circle' : config.input, precision: 'float32' };
}
