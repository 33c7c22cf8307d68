import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BRANCH_LIMIT,
  DEFAULT_LAB,
  DEFAULT_SETTINGS,
  INPUT_LIMITS,
  LIMITS,
  clampConfig,
} from './config.ts';
import type { Lab, LabLane, Settings } from './lab.ts';
import { laneConfig } from './lab.ts';
import { activation } from '../rules/activations.ts';
import { INITIALIZER_IDS, initializer } from '../rules/initializer.ts';
import type { ParamTable, ParamValue } from '../rules/params.ts';
import { parseQuery, printQuery } from './query.ts';
import { parseActivation, parseInitializer, printInitializer } from '../rules/spec.ts';
import { DEFAULT_TRAIN, RESCUES, TRAIN_LIMITS, printTrain } from './trainSettings.ts';
import type { TrainSettings } from './trainSettings.ts';
import type { ActivationSpec, InitializerSpec } from '../types.ts';
import {
  ACTIVATION_IDS,
  BLOCKS,
  BRANCH_WORDS,
  INPUT_IDS,
  KERNEL_SIZES,
  NETS,
  NORMS,
  PADDINGS,
  PRECISIONS,
} from '../types.ts';

const codes = (query: string): string[] =>
  parseQuery(query).notices.map(({ code, key, used }) => `${code} ${key} ${used}`.trim());

describe('a link', () => {
  test('that is empty gives the defaults', () => {
    const defaults = { lab: DEFAULT_LAB, train: DEFAULT_TRAIN, page: {}, notices: [] };
    expect(parseQuery('')).toEqual(defaults);
    // Sizes are named, so that the link keeps its meaning when a default changes.
    expect(printQuery(DEFAULT_LAB)).toBe('depth=10&width=64');
    expect(DEFAULT_LAB.lanes.map((lane) => printInitializer(lane.initializer))).toEqual([
      'zeros',
      'random_normal(std=0.1)',
      'xavier_normal',
      'he_normal',
    ]);
  });

  test('may override any setting for one lane', () => {
    const { lab, notices } = parseQuery(
      '?lane=he_normal;act=tanh;depth=20&lane=lsuv&depth=5&seeds=9',
    );
    expect(notices).toEqual([]);
    const [first, second] = lab.lanes.map((lane) => laneConfig(lab, lane));
    expect([first?.act.id, first?.depth, first?.initializer.id]).toEqual(['tanh', 20, 'he_normal']);
    expect([second?.act.id, second?.depth, second?.initializer.id]).toEqual(['relu', 5, 'lsuv']);
    expect(lab.seeds).toBe(9);
    expect(printQuery(lab)).toBe(
      'lane=he_normal;act=tanh;depth=20&lane=lsuv&depth=5&width=64&seeds=9',
    );
  });

  test('of a race that names no size is smaller', () => {
    const sizes = (query: string, stage: 'lab' | 'race') => {
      const { depth, width } = parseQuery(query, stage).lab.settings;
      return [depth, width];
    };
    expect(sizes('', 'race')).toEqual([12, 32]);
    expect(sizes('depth=10&width=256', 'race')).toEqual([10, 256]);
    expect(sizes('', 'lab')).toEqual([10, 64]);
    const { lab } = parseQuery('', 'race');
    expect(parseQuery(printQuery(lab), 'race').lab).toEqual(lab);
  });

  test('no hidden layer is for a race; the lab says what it takes instead', () => {
    const query = 'lane=zeros;depth=0&lane=zeros&depth=0';
    const race = parseQuery(query, 'race');
    expect(race.notices).toEqual([]);
    expect([race.lab.settings.depth, race.lab.lanes[0]?.overrides.depth]).toEqual([0, 0]);
    expect(parseQuery(printQuery(race.lab), 'race').lab).toEqual(race.lab);
    const lab = parseQuery(query);
    expect([lab.lab.settings.depth, lab.lab.lanes[0]?.overrides.depth]).toEqual([1, 1]);
    expect(lab.notices.map(({ code, key, used }) => [code, key, used])).toEqual([
      ['out-of-range', 'depth', '1'],
      ['out-of-range', 'depth', '1'],
    ]);
    expect(parseQuery('depth=-3').notices[0]).toMatchObject({ given: '-3', used: '1' });
    expect(parseQuery('depth=-3', 'race').notices[0]).toMatchObject({ given: '-3', used: '0' });
  });

  test('may be percent-encoded', () => {
    const plain = parseQuery('lane=random_normal(mean=0.1,std=2);bias=constant(value=0.1)');
    const coded = parseQuery(
      'lane=random_normal%28mean%3D0.1%2Cstd%3D2%29%3Bbias%3Dconstant%28value%3D0.1%29',
    );
    expect(coded).toEqual(plain);
    expect(plain.lab.lanes[0]?.initializer.params).toEqual({ mean: 0.1, std: 2 });
    expect(plain.lab.lanes[0]?.overrides.bias?.params).toEqual({ value: 0.1 });
  });

  test('keeps the page’s keys as they stand', () => {
    const { lab, train, page, notices } = parseQuery(
      'hide=depth,width&lang=fa&lr=0.1&lane=he_normal;lr=0.2',
    );
    expect(page).toEqual({ hide: 'depth,width', lang: 'fa' });
    expect(train).toEqual({ ...DEFAULT_TRAIN, lr: 0.1 });
    expect(lab.lanes[0]!.train).toEqual({ lr: 0.2 });
    expect(notices).toEqual([]);
    const more = [['hide', 'depth,width'] as const, ['embed', null] as const, ...printTrain(train)];
    expect(printQuery(DEFAULT_LAB, more)).toBe('depth=10&width=64&hide=depth,width&embed&lr=0.1');
  });

  test.each([
    ['depth=1000', ['out-of-range depth 100']],
    ['depth=0', ['out-of-range depth 1']],
    ['depth=2.4', ['out-of-range depth 2']],
    ['width=1e999', ['out-of-range width 1024']],
    ['depth=many', ['not-a-number depth 10']],
    ['depth=', ['not-a-number depth 10']],
    ['seed=4294967296', ['out-of-range seed 4294967295']],
    ['seed=-1', ['out-of-range seed 0']],
    ['act=swish', ['unknown-value act relu']],
    ['act=leaky_relu(slope=7)', ['out-of-range act.slope 1']],
    ['act=relu(slope=7)', ['unknown-parameter act.slope']],
    ['lane=he_normal(mode=fan_up)', ['unknown-value lane.mode fan_in']],
    ['lane=he_normal(mode', ['malformed lane zeros']],
    ['lane=he_normal(mode)', ['malformed lane']],
    ['lane=he_normal;depht=3', ['unknown-key depht']],
    ['lane=magic', ['unknown-value lane zeros']],
    ['precision=float8', ['unknown-value precision float32']],
    ['backward=maybe', ['unknown-value backward 1']],
    ['depth=3&depth=4', ['repeated depth 4']],
    ['constructor=1', ['unknown-key constructor']],
    ['__proto__=1', ['unknown-key __proto__']],
    ['lane=orthogonal(constructor=2)', ['unknown-parameter lane.constructor']],
    ['seeds=1000', ['out-of-range seeds 100']],
    [Array(9).fill('lane=zeros').join('&'), ['too-many-lanes lane 6']],
  ])('%s: %j', (query, expected) => {
    expect(codes(query)).toEqual(expected);
  });

  test.each([
    ['lane=random_normal(std=0,1)', 'lane=random_normal(std=0.1)'],
    ['lane=random_normal(mean=0,5,std=0,25)', 'lane=random_normal(mean=0.5,std=0.25)'],
    ['lane=random_normal(mean=\u06F1\u060Cstd=\u06F2)', 'lane=random_normal(mean=1,std=2)'],
    ['lane=random_normal(mean=۰٫۷۵-)', 'lane=random_normal(mean=-0.75)'],
    ['lane=random_normal(std=\u200F２)', 'lane=random_normal(std=2)'],
    ['depth=۱۲&lane=he_normal;width=\u061C٢٠', 'depth=12&lane=he_normal;width=20'],
  ])('%s is read as %s', (query, meant) => {
    expect(parseQuery(query)).toEqual(parseQuery(meant));
    expect(parseQuery(query).notices).toEqual([]);
  });

  test('could mean two numbers: it is said, and neither is used', () => {
    expect(codes('lane=random_normal(std=1,024)')).toEqual(['not-a-number lane.std 0.05']);
    expect(codes('width=1,024')).toEqual(['not-a-number width 64']);
  });

  test('names the lane a notice is about', () => {
    const { notices } = parseQuery('lane=zeros&lane=he_normal;depth=0');
    expect(notices.map(({ lane, key }) => [lane, key])).toEqual([[1, 'depth']]);
  });
});

test('a spec forgives blanks and completes itself', () => {
  expect(parseInitializer(' random_normal ( std = 1e-2 ) ').value).toEqual({
    id: 'random_normal',
    params: { mean: 0, std: 0.01 },
  });
  expect(parseActivation('leaky_relu()').value.params).toEqual({ slope: 0.01 });
});

test('a config is clamped as a whole', () => {
  const wild = {
    ...DEFAULT_SETTINGS,
    initializer: { id: 'random_normal', params: { std: -3, mean: Number.NaN } },
    depth: Infinity,
    in: 0,
    batch: Number.NaN,
  } as const;
  const { value, notices } = clampConfig(wild);
  expect([value.depth, value.in, value.batch]).toEqual([100, 1, 256]);
  expect(value.initializer.params).toEqual({ mean: 0, std: 0 });
  expect(notices.map(({ key }) => key).sort()).toEqual([
    'batch',
    'depth',
    'in',
    'lane.mean',
    'lane.std',
  ]);
});

function paramsOf(table: ParamTable): fc.Arbitrary<Record<string, ParamValue>> {
  return fc.record(
    Object.fromEntries(
      Object.entries(table).map(([name, param]): [string, fc.Arbitrary<ParamValue>] => [
        name,
        param.kind === 'choice'
          ? fc.constantFrom(...param.choices)
          : fc.double({ min: param.min, max: param.max, noNaN: true }).map((value) => value + 0),
      ]),
    ),
  );
}
const initializers: fc.Arbitrary<InitializerSpec> = fc
  .constantFrom(...INITIALIZER_IDS)
  .chain((id) => paramsOf(initializer(id).params).map((params) => ({ id, params })));
const acts: fc.Arbitrary<ActivationSpec> = fc
  .constantFrom(...ACTIVATION_IDS)
  .chain((id) => paramsOf(activation(id).params).map((params) => ({ id, params })));
const whole = ({ min, max }: { min: number; max: number }): fc.Arbitrary<number> =>
  fc.integer({ min, max });
const real = ({ min, max }: { min: number; max: number }): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const FIELDS: { [K in keyof Settings]: fc.Arbitrary<Settings[K]> } = {
  act: acts,
  depth: whole(LIMITS.depth),
  // Within the limits of either net.
  width: whole(LIMITS.channels),
  in: fc.option(whole(LIMITS.channels)),
  net: fc.constantFrom(...NETS),
  kernel: fc.constantFrom(...KERNEL_SIZES),
  padding: fc.constantFrom(...PADDINGS),
  out: fc.option(whole(LIMITS.out)),
  batch: whole(LIMITS.batch),
  input: fc.constantFrom(...INPUT_IDS),
  input_mean: real(INPUT_LIMITS.input_mean),
  input_std: real(INPUT_LIMITS.input_std),
  block: fc.constantFrom(...BLOCKS),
  branch: fc.oneof(real(BRANCH_LIMIT), fc.constantFrom(...BRANCH_WORDS)),
  norm: fc.constantFrom(...NORMS),
  head: fc.option(initializers),
  bias: initializers,
  precision: fc.constantFrom(...PRECISIONS),
  backward: fc.boolean(),
  seed: whole(LIMITS.seed),
};
const place = fc.integer({ min: 1, max: 100 });
const TRAIN_FIELDS: { [K in keyof TrainSettings]: fc.Arbitrary<TrainSettings[K]> } = {
  lr: real(TRAIN_LIMITS.lr),
  steps: whole(TRAIN_LIMITS.steps),
  momentum: real(TRAIN_LIMITS.momentum),
  trainBatch: whole(TRAIN_LIMITS.train_batch),
  rescues: fc.subarray([...RESCUES]),
  keep: real(TRAIN_LIMITS.keep),
  imbalance: real(TRAIN_LIMITS.imbalance),
  priorBias: fc.boolean(),
  nudge: fc.option(
    fc.record({ layer: place, unit: place, input: place, amount: real({ min: -9, max: 9 }) }),
  ),
};
const ownTrain = fc.record(TRAIN_FIELDS, { requiredKeys: [] });
const lanes: fc.Arbitrary<LabLane> = fc
  .record({ initializer: initializers, overrides: fc.record(FIELDS, { requiredKeys: [] }) })
  .chain((lane) =>
    ownTrain.map((train) => (Object.keys(train).length === 0 ? lane : { ...lane, train })),
  );
const labs: fc.Arbitrary<Lab> = fc.record({
  settings: fc.record(FIELDS),
  lanes: fc.array(lanes, { minLength: 1, maxLength: 6 }),
  seeds: whole(LIMITS.seeds),
});

describe('any', () => {
  test('race reads back from its link, without notices', () => {
    fc.assert(
      fc.property(labs, fc.record(TRAIN_FIELDS), (lab, train) => {
        const text = printQuery(lab, printTrain(train));
        const read = parseQuery(text, 'race');
        expect(read.notices).toEqual([]);
        expect(read.lab).toEqual(lab);
        expect(read.train).toEqual(train);
        expect(printQuery(read.lab, printTrain(read.train))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('text is read without throwing, and what is read prints and reads back', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .array(
          fc.constantFrom('lane', 'depth', 'act', '=', '&', ';', '(', ')', ',', '%', '9', 'zeros'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const { lab, train, page } = parseQuery(text);
        const again = parseQuery(printQuery(lab, [...Object.entries(page), ...printTrain(train)]));
        expect(again).toMatchObject({ lab, train, page });
      }),
      { numRuns: 500 },
    );
  });

  test('a link of 10 kB opens a lab, with few notices, whatever it repeats', () => {
    for (const piece of [
      '&',
      'a=1&',
      'lane=',
      'lane=(((&',
      ';'.repeat(9),
      '%',
      '\uD800',
      'lane=zeros;depth=1;',
    ]) {
      const { lab, notices } = parseQuery(piece.repeat(10_000 / piece.length));
      expect(lab.lanes.length).toBeGreaterThan(0);
      expect(notices.length).toBeLessThanOrEqual(40);
    }
  });
});
