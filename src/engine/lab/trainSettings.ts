/** Training settings of a race. One row per key of the link. */
import { parseNumber } from '../math/parseNumber.ts';
import type { Notice, Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import type { Row } from './rows.ts';
import { into, readSwitch, readWithin } from './rows.ts';

export const RESCUES = ['batch_norm', 'residual', 'clip'] as const;
export type Rescue = (typeof RESCUES)[number];

/** `amount` is added to one weight after initialization. Layer, unit and input are counted from 1. */
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
  /** Examples per step, drawn with replacement. */
  readonly trainBatch: number;
  readonly rescues: readonly Rescue[];
  /** Probability that dropout keeps an activation, 0.05–1; 1 means no dropout. */
  readonly keep: number;
  /** Frequency of every other class relative to the last one, 1–100; 1 means classes of equal size. */
  readonly imbalance: number;
  /** Adds the logarithms of the class shares to the initial biases of the output layer. */
  readonly priorBias: boolean;
  readonly nudge: Nudge | null;
}

export const DEFAULT_TRAIN: TrainSettings = {
  lr: 0.01,
  steps: 1000,
  momentum: 0,
  trainBatch: 32,
  rescues: [],
  keep: 1,
  imbalance: 1,
  priorBias: false,
  nudge: null,
};

export const TRAIN_LIMITS = {
  lr: { min: 0, max: 100, whole: false },
  steps: { min: 1, max: 100_000, whole: true },
  momentum: { min: 0, max: 0.999, whole: false },
  train_batch: { min: 1, max: 512, whole: true },
  keep: { min: 0.05, max: 1, whole: false },
  imbalance: { min: 1, max: 100, whole: false },
} as const;

const readNumber = (
  key: keyof typeof TRAIN_LIMITS,
  text: string,
  before: number,
): Noticed<number> => readWithin(key, text, TRAIN_LIMITS[key], before);

function readRescues(text: string): Noticed<readonly Rescue[]> {
  const words = text.split(',').map((word) => word.trim());
  const value = RESCUES.filter((rescue) => words.includes(rescue));
  const notices = words
    .filter((word) => word !== '' && !value.some((rescue) => rescue === word))
    .map((word): Notice => notice('unknown-value', 'rescue', word, ''));
  return { value, notices };
}

/** Parses `layer,unit,input,amount`, the first three integers from 1; `null` for anything else. */
function readNudge(text: string): Noticed<Nudge | null> {
  if (text === '') return { value: null, notices: [] };
  const [layer = 0, unit = 0, input = 0, amount] = text
    .split(',')
    .map((part) => parseNumber(part) ?? Number.NaN);
  const places = [layer, unit, input].every((place) => Number.isInteger(place) && place >= 1);
  if (places && amount !== undefined && Number.isFinite(amount)) {
    return { value: { layer, unit, input, amount }, notices: [] };
  }
  return { value: null, notices: [notice('malformed', 'nudge', text, '')] };
}

const printNudge = ({ layer, unit, input, amount }: Nudge): string =>
  [layer, unit, input, amount].join(',');

interface TrainRow extends Row<TrainSettings> {
  readonly field: keyof TrainSettings;
}

/** Rows by link key, in the order they are printed. */
const ROWS = {
  lr: {
    field: 'lr',
    read: (text, before) => into(readNumber('lr', text, before.lr), (lr) => ({ lr })),
    print: ({ lr }) => String(lr),
  },
  steps: {
    field: 'steps',
    read: (text, before) => into(readNumber('steps', text, before.steps), (steps) => ({ steps })),
    print: ({ steps }) => String(steps),
  },
  momentum: {
    field: 'momentum',
    read: (text, before) =>
      into(readNumber('momentum', text, before.momentum), (momentum) => ({ momentum })),
    print: ({ momentum }) => String(momentum),
  },
  train_batch: {
    field: 'trainBatch',
    read: (text, before) =>
      into(readNumber('train_batch', text, before.trainBatch), (trainBatch) => ({ trainBatch })),
    print: ({ trainBatch }) => String(trainBatch),
  },
  rescue: {
    field: 'rescues',
    read: (text) => into(readRescues(text), (rescues) => ({ rescues })),
    print: ({ rescues }) => rescues.join(','),
  },
  keep: {
    field: 'keep',
    read: (text, before) => into(readNumber('keep', text, before.keep), (keep) => ({ keep })),
    print: ({ keep }) => String(keep),
  },
  imbalance: {
    field: 'imbalance',
    read: (text, before) =>
      into(readNumber('imbalance', text, before.imbalance), (imbalance) => ({ imbalance })),
    print: ({ imbalance }) => String(imbalance),
  },
  prior_bias: {
    field: 'priorBias',
    read: (text, before) =>
      into(readSwitch('prior_bias', text, before.priorBias), (priorBias) => ({ priorBias })),
    print: ({ priorBias }) => (priorBias ? '1' : '0'),
  },
  nudge: {
    field: 'nudge',
    read: (text) => into(readNudge(text), (nudge) => ({ nudge })),
    print: ({ nudge }) => (nudge === null ? '' : printNudge(nudge)),
  },
} as const satisfies Record<string, TrainRow>;

const TRAIN_ROWS: ReadonlyMap<string, TrainRow> = new Map(Object.entries(ROWS));

/** The row of a link key; `undefined` if the key is not a training key. */
export const trainSetting = (key: string): Row<TrainSettings> | undefined => TRAIN_ROWS.get(key);

/** Keys and printed values of a lane's own training settings, in the order of the object's keys. */
export function printOwnTrain(own: Partial<TrainSettings>): readonly (readonly [string, string])[] {
  const settings = { ...DEFAULT_TRAIN, ...own };
  return Object.keys(own).flatMap((field) =>
    [...TRAIN_ROWS]
      .filter(([, row]) => row.field === field)
      .map(([key, row]) => [key, row.print(settings)] as const),
  );
}

/** Keys and printed values of what differs from the defaults, in the table's order. */
export const printTrain = (train: TrainSettings): readonly (readonly [string, string])[] =>
  [...TRAIN_ROWS]
    .map(([key, row]) => [key, row.print(train)] as const)
    .filter(([key, text]) => text !== trainSetting(key)?.print(DEFAULT_TRAIN));

/** Clamps every number to its limits; NaN becomes the default. */
export function clampOwnTrain(own: Partial<TrainSettings>): Partial<TrainSettings> {
  const read = printOwnTrain(own).map(
    ([key, text]) => trainSetting(key)?.read(text, DEFAULT_TRAIN).value,
  );
  return Object.assign({}, ...read);
}

export const clampTrain = (train: TrainSettings): TrainSettings => ({
  ...DEFAULT_TRAIN,
  ...clampOwnTrain(train),
});
