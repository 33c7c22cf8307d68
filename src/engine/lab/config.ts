/** Defaults and limits of every setting of a lane. */
import type { Lab, LabLane, Settings } from './lab.ts';
import type { Notice, Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import type { Limit } from './rows.ts';
import { clampWithin } from './rows.ts';
import { completeActivation, completeInitializer, parseInitializer } from '../rules/spec.ts';
import type { ExperimentConfig, NetId } from '../types.ts';

/** Limits of integer settings, both ends included. Depth 0 is allowed in a race only: MIN_DEPTH. */
export const LIMITS = {
  depth: { min: 0, max: 100 },
  width: { min: 1, max: 1024 },
  /** Width and input channels of a convolutional net. */
  channels: { min: 1, max: 128 },
  in: { min: 1, max: 1024 },
  out: { min: 1, max: 1024 },
  batch: { min: 1, max: 2048 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  seeds: { min: 1, max: 100 },
  lanes: { min: 1, max: 6 },
} as const satisfies Record<string, Limit>;
/** Limits of the inputs' mean and std, wide enough for raw pixels (0 to 255); not only integers. */
export const INPUT_LIMITS = {
  input_mean: { min: -1000, max: 1000 },
  input_std: { min: 0, max: 1000 },
} as const satisfies Record<string, Limit>;

/** Limits of the factor on a residual branch; not only integers. */
export const BRANCH_LIMIT = { min: -10, max: 10 } as const satisfies Limit;
export type LimitedKey = keyof typeof LIMITS;

/** The page a link is for: it decides the defaults. */
export type Stage = 'lab' | 'race';

/** Whether a race starts automatically or when the reader asks for it. */
export type RaceStart = 'at-once' | 'on-request';

/** The lab measures hidden layers, so it needs one; a race without any trains softmax regression. */
export const MIN_DEPTH = { lab: 1, race: 0 } as const satisfies Record<Stage, number>;

/**
 * Narrow, so that the four initializers rank as in the lecture: at width 256 a fixed std of 0.1 is close to He's 0.088
 * and beats Xavier. A race is smaller still, so that it takes about a second.
 */
const DEFAULT_SIZES = {
  lab: { depth: 10, width: 64 },
  race: { depth: 12, width: 32 },
} as const satisfies Record<Stage, Pick<Settings, 'depth' | 'width'>>;

export const DEFAULT_SETTINGS: Settings = {
  act: { id: 'relu', params: {} },
  ...DEFAULT_SIZES.lab,
  in: null,
  out: null,
  batch: 256,
  input: 'gaussian',
  net: 'dense',
  kernel: 3,
  padding: 'zero',
  block: 'plain',
  branch: 1,
  norm: 'none',
  head: null,
  input_mean: 0,
  input_std: 1,
  bias: { id: 'zeros', params: {} },
  precision: 'float32',
  backward: true,
  seed: 1,
};

/** Default width of a net of this kind. */
export const usualWidth = (net: NetId, stage: Stage): number =>
  net === 'conv' ? 16 : DEFAULT_SIZES[stage].width;

const lane = (text: string): LabLane => ({
  initializer: parseInitializer(text).value,
  overrides: {},
});

/** The settings of a link that sets none. */
export const defaultSettings = (stage: Stage): Settings => ({
  ...DEFAULT_SETTINGS,
  ...DEFAULT_SIZES[stage],
});

export const DEFAULT_LAB: Lab = {
  settings: DEFAULT_SETTINGS,
  lanes: ['zeros', 'random_normal(std=0.1)', 'xavier_normal', 'he_normal'].map(lane),
  seeds: 1,
};

/** Rounds and clamps to the limits of `key`; NaN becomes `fallback`. */
export function clampNumber(
  key: LimitedKey,
  given: number,
  fallback: number,
  limit: Limit = LIMITS[key],
): Noticed<number> {
  if (Number.isNaN(given)) {
    return { value: fallback, notices: [notice('not-a-number', key, 'NaN', String(fallback))] };
  }
  return clampWithin(key, given, { ...limit, whole: true });
}

/** Every number within its limits, every spec complete: what propagate expects. */
export function clampConfig(
  config: ExperimentConfig,
  stage: Stage = 'lab',
): Noticed<ExperimentConfig> {
  const notices: Notice[] = [];
  const keep = <T>(noticed: Noticed<T>): T => {
    notices.push(...noticed.notices);
    return noticed.value;
  };
  const size = (key: 'in' | 'out', given: number | null, limit: Limit): number | null =>
    given === null ? null : keep(clampNumber(key, given, 1, limit));
  const conv = config.net === 'conv';
  const value: ExperimentConfig = {
    ...config,
    initializer: keep(completeInitializer(config.initializer)),
    act: keep(completeActivation(config.act)),
    bias: keep(completeInitializer(config.bias, 'bias')),
    depth: keep(
      clampNumber('depth', config.depth, DEFAULT_SETTINGS.depth, {
        ...LIMITS.depth,
        min: MIN_DEPTH[stage],
      }),
    ),
    width: keep(
      clampNumber(
        'width',
        config.width,
        usualWidth(config.net, stage),
        conv ? LIMITS.channels : LIMITS.width,
      ),
    ),
    branch:
      typeof config.branch === 'number'
        ? keep(clampWithin('branch', config.branch, { ...BRANCH_LIMIT, whole: false }))
        : config.branch,
    head: config.head === null ? null : keep(completeInitializer(config.head, 'head')),
    input_mean: keep(
      clampWithin('input_mean', config.input_mean, { ...INPUT_LIMITS.input_mean, whole: false }),
    ),
    input_std: keep(
      clampWithin('input_std', config.input_std, { ...INPUT_LIMITS.input_std, whole: false }),
    ),
    in: size('in', config.in, conv ? LIMITS.channels : LIMITS.in),
    out: size('out', config.out, LIMITS.out),
    batch: keep(clampNumber('batch', config.batch, DEFAULT_SETTINGS.batch)),
    seed: keep(clampNumber('seed', config.seed, DEFAULT_SETTINGS.seed)),
  };
  return { value, notices };
}
