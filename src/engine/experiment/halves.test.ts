/** A run shared by two threads gives what one thread alone gives, to the last bit, however the two take turns. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import type { Kernels } from '../kernels.ts';
import { clampConfig } from '../lab/config.ts';
import { sharedDomains } from '../lab/domains.ts';
import { laneConfig } from '../lab/lab.ts';
import { parseQuery } from '../lab/query.ts';
import { loadInputs } from '../data/generate.ts';
import { computeHalf } from '../passes/computeHalf.ts';
import type { ComputedValues, MeasuringValues } from '../passes/exchange.ts';
import { measureHalf } from '../passes/measureHalf.ts';
import { measurer } from '../measure/measurements.ts';
import { divide } from '../passes/division.ts';
import { planOf } from '../passes/plan.ts';
import type { ExperimentConfig } from '../types.ts';
import type { Outcome, Progress } from './propagate.ts';
import { measurePasses, propagate } from './propagate.ts';

interface Found {
  readonly steps: readonly Progress[];
  readonly outcome: Outcome;
}

const configOf = (query: string): ExperimentConfig => {
  const { lab, notices } = parseQuery(query);
  expect(notices).toEqual([]);
  return clampConfig(laneConfig(lab, lab.lanes[0]!)).value;
};

function alone(config: ExperimentConfig, kernels: Kernels): Found {
  const steps: Progress[] = [];
  const run = propagate(config, sharedDomains([config]), kernels);
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return { steps, outcome: step.value };
    if (step.value.type !== 'tick') steps.push(step.value);
  }
}

/** `turns[i]` pieces of work of the computing half, then as many of the other, then the next; a waiting half passes. */
function together(
  config: ExperimentConfig,
  turns: readonly (readonly [compute: number, measure: number])[],
  [first, second]: readonly [Kernels, Kernels],
): Found {
  const toCompute: MeasuringValues[] = [];
  const toMeasure: ComputedValues[] = [];
  const plan = planOf(config);
  // Buffers are moved, as between threads, so that nothing is read after it was sent.
  const moved = <T>(message: T, buffer: ArrayBuffer | null): T =>
    structuredClone(message, { transfer: buffer === null ? [] : [buffer] });
  const domains = sharedDomains([config]);
  const toMeasuring = {
    take: () => toCompute.shift() ?? null,
    send: (message: ComputedValues, buffer: ArrayBuffer | null) =>
      void toMeasure.push(moved(message, buffer)),
  };
  const compute = computeHalf(plan, first, toMeasuring, measurer(plan, domains, first).summary);
  const measured = measureHalf(plan, second, {
    take: () => toMeasure.shift() ?? null,
    send: (message, buffer) => void toCompute.push(moved(message, buffer)),
  });
  const measure = measurePasses(plan, measured, domains, second);
  const steps: Progress[] = [];
  for (let turn = 0; turn < 1e5; turn += 1) {
    const [computing, measuring] = turns[turn % turns.length]!;
    for (let i = 0; i < computing; i += 1) compute.next();
    for (let i = 0; i < measuring; i += 1) {
      const step = measure.next();
      if (step.done === true) return { steps, outcome: step.value };
      if (step.value.type !== 'tick') steps.push(step.value);
    }
  }
  throw new Error('the halves wait for each other');
}

const TURNS = [
  [[1000, 1]],
  [[1, 1000]],
  [
    [3, 0],
    [0, 7],
    [2, 2],
  ],
] as const;

const SIZE = 'depth=4&width=16&batch=9';
const QUERIES = [
  `lane=he_normal&${SIZE}`,
  `lane=he_normal&${SIZE}&backward=0`,
  `lane=xavier_uniform&${SIZE}&act=tanh&in=9&out=5`,
  `lane=keras_glorot_normal&depth=4&width=16&batch=1&act=sigmoid`,
  `lane=orthogonal&depth=4&width=1&batch=9&act=gelu&in=3`,
  `lane=lsuv&${SIZE}&act=relu&input=digits`,
  `lane=lsuv&${SIZE}&bias=constant(value=3)&backward=0`,
  `lane=zeros&${SIZE}`,
  `lane=sparse&depth=1&width=16&batch=9&act=elu`,
  `lane=random_normal(std=10)&depth=26&width=16&batch=9&act=linear`,
  `lane=identity&${SIZE}&bias=random_normal(std=1)&head=zeros&input=circle`,
  `lane=he_uniform&${SIZE}&precision=float16`,
  `lane=he_normal&${SIZE}&precision=bfloat16&norm=batch`,
  `lane=he_normal&${SIZE}&precision=float64&norm=layer&act=silu`,
  `lane=he_normal&${SIZE}&block=residual1&branch=1/sqrt(L)&input=digits`,
  `lane=he_normal&${SIZE}&block=residual2&branch=fixup&backward=0&out=4`,
  `lane=lsuv&${SIZE}&block=residual2&norm=batch`,
  `lane=he_normal&net=conv&depth=3&width=6&batch=5&input=digits`,
  `lane=orthogonal&net=conv&depth=3&width=6&batch=5&kernel=5&padding=circular&block=residual1&backward=0`,
];

/** Nets so wide that the measuring half multiplies some of the examples. */
const WIDE = 'width=600&batch=301&depth=3';
const WIDE_QUERIES = [
  `lane=he_normal&${WIDE}&in=500&out=610`,
  `lane=he_normal&${WIDE}&backward=0&act=tanh&precision=bfloat16`,
  `lane=xavier_normal&${WIDE}&backward=0&input=digits&bias=random_normal(std=1)`,
  `lane=he_normal&${WIDE}&input=digits&block=residual1&branch=1/sqrt(L)`,
  `lane=he_normal&${WIDE}&block=residual2&backward=0`,
  `lane=he_normal&net=conv&depth=2&width=64&batch=79&input=digits`,
];

let fast: readonly [Kernels, Kernels];
let slow: readonly [Kernels, Kernels];
beforeAll(async () => {
  fast = [await createKernels(), await createKernels()];
  slow = [await createKernels('reference'), await createKernels('reference')];
  await loadInputs(['digits', 'circle']);
});

describe.each(QUERIES)('%s', (query) => {
  test('fast kernels, in any turns', () => {
    const config = configOf(query);
    const expected = alone(config, fast[0]);
    const before = fast.map((kernels) => kernels.mark());
    for (const turns of TURNS) expect(together(config, turns, fast)).toStrictEqual(expected);
    expect(fast.map((kernels) => kernels.mark())).toEqual(before);
  });

  test('reference kernels', () => {
    const config = configOf(query);
    expect(together(config, TURNS[2], slow)).toStrictEqual(alone(config, slow[0]));
  });
});

test('a half that is abandoned frees its memory', () => {
  const config = configOf(QUERIES[0]!);
  const plan = planOf(config);
  const before = fast.map((kernels) => kernels.mark());
  const nothing = { take: () => null, send: () => undefined };
  const { summary } = measurer(plan, sharedDomains([config]), fast[0]);
  const halves = [
    computeHalf(plan, fast[0], nothing, summary),
    measureHalf(plan, fast[1], nothing),
  ];
  for (const half of halves) {
    for (let i = 0; i < 9; i += 1) half.next();
    half.return();
  }
  expect(fast.map((kernels) => kernels.mark())).toEqual(before);
});

test.each(WIDE_QUERIES)('%s: both halves multiply', (query) => {
  const config = configOf(query);
  const { examples, sent, measuresZ } = divide(planOf(config));
  expect(examples).toBeLessThan(config.batch);
  expect(examples % 24).toBe(0);
  expect(measuresZ).toBe(false);
  expect(sent.length > 0).toBe(config.backward || config.input !== 'gaussian');
  expect(together(config, TURNS[2], fast)).toStrictEqual(alone(config, fast[0]));
});
