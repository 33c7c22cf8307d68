/**
 * Networks trained by the engine from random initialization rules, and what is reported about their weights. The two
 * families share no seeds, widths, depths, data, activations or optimizers: `tuning` is for choosing constants,
 * `held-out` for evaluating them.
 */
import type { Kernels } from '../../src/engine/kernels.ts';
import { parseQuery } from '../../src/engine/lab/query.ts';
import { mix } from '../../src/engine/rng.ts';
import { parseInitializer, printInitializer } from '../../src/engine/rules/spec.ts';
import { parameters } from '../../src/engine/train/descend.ts';
import { raceLanes } from '../../src/engine/train/lanes.ts';
import { loadRace } from '../../src/engine/train/results.ts';
import { createTrainer } from '../../src/engine/train/trainer.ts';
import type { Examined } from '../../src/weightsFile/findings/finding.ts';
import { identify } from '../../src/weightsFile/identify/identify.ts';
import { settleRules } from '../../src/weightsFile/findings/trainedFile.ts';
import { layoutsOf } from '../../src/weightsFile/measure/layout.ts';
import { summarizeTensor } from '../../src/weightsFile/measure/summarize.ts';
import { adam } from './adam.ts';
import { memoryTensor } from './memoryTensor.ts';

const RULES = [
  'he_normal',
  'he_uniform',
  'xavier_normal',
  'xavier_uniform',
  'pytorch_linear',
  'keras_glorot_normal',
  'lecun_normal',
  'variance_scaling(scale=2)',
  'variance_scaling',
  'he_normal(mode=fan_out)',
  'random_normal(std=0.05)',
  'random_normal(std=0.1)',
  'truncated_normal(std=0.05)',
] as const;

type Optimizer =
  | { readonly kind: 'sgd'; readonly link: string }
  | { readonly kind: 'adam'; readonly lr: number; readonly decay: number };

interface Family {
  readonly firstSeed: number;
  readonly widths: readonly number[];
  readonly depths: readonly number[];
  readonly inputs: readonly string[];
  readonly acts: readonly string[];
  readonly steps: readonly number[];
  readonly batches: readonly number[];
  readonly optimizers: readonly Optimizer[];
}

const sgd = (link: string): Optimizer => ({ kind: 'sgd', link });
const withAdam = (lr: number, decay = 0): Optimizer => ({ kind: 'adam', lr, decay });

export const FAMILIES = {
  tuning: {
    firstSeed: 1,
    widths: [16, 32, 64],
    depths: [1, 2, 4],
    inputs: ['moons', 'blobs', 'digits'],
    acts: ['relu', 'tanh'],
    steps: [100, 300, 1000],
    batches: [32],
    optimizers: [
      sgd('lr=0.01'),
      sgd('lr=0.1'),
      sgd('lr=0.01&momentum=0.9'),
      sgd('lr=0.03&momentum=0.9'),
      withAdam(0.001),
      withAdam(0.003),
    ],
  },
  'held-out': {
    firstSeed: 100_001,
    widths: [24, 48, 80],
    depths: [3, 5],
    inputs: ['spirals', 'circle', 'xor', 'shapeset'],
    acts: ['gelu', 'elu', 'leaky_relu'],
    steps: [200, 600],
    batches: [16, 64],
    optimizers: [
      sgd('lr=0.03'),
      sgd('lr=0.02&momentum=0.5'),
      sgd('lr=0.005&momentum=0.95'),
      sgd('lr=0.05&momentum=0.8&rescue=clip'),
      sgd('lr=0.03&momentum=0.9&keep=0.9'),
      withAdam(0.002),
      withAdam(0.001, 0.1),
    ],
  },
} as const satisfies Record<string, Family>;
export type FamilyId = keyof typeof FAMILIES;

/** A trained network's examined tensors, and the initialization rule of its weights. */
export interface TrainedNet {
  readonly rule: string;
  readonly tensors: readonly Examined[];
}

/** Trains network number `index` of a family and examines its weights. */
export async function trainedNet(
  id: FamilyId,
  index: number,
  kernels: Kernels,
): Promise<TrainedNet> {
  const family: Family = FAMILIES[id];
  const seed = family.firstSeed + index;
  let counter = mix(seed);
  const draw = <T>(list: readonly T[]): T => {
    counter = mix((counter + 0x9e3779b9) >>> 0);
    const one = list[counter % list.length];
    if (one === undefined) throw new RangeError('nothing to draw from');
    return one;
  };
  const rule = draw(RULES);
  const steps = draw(family.steps);
  const optimizer = draw(family.optimizers);
  const net = `act=${draw(family.acts)}&depth=${draw(family.depths)}&width=${draw(family.widths)}`;
  const data = `input=${draw(family.inputs)}&train_batch=${draw(family.batches)}`;
  const link = optimizer.kind === 'sgd' ? optimizer.link : 'lr=0.001';
  const { lanes } = raceLanes(
    parseQuery(`lane=${rule}&${net}&${data}&${link}&steps=${steps}&seed=${seed}`),
  );
  await loadRace(lanes);
  const [lane] = lanes;
  if (lane === undefined) throw new RangeError('no lane');
  const mark = kernels.mark();
  const trainer = createTrainer(lane, kernels);
  const learned = parameters(trainer.network);
  const update =
    optimizer.kind === 'adam' ? adam(kernels, learned, optimizer.lr, optimizer.decay) : null;
  for (let step = 0; step < steps; step += 1) {
    if (update === null) trainer.step(step);
    else {
      trainer.gradients(step);
      update();
    }
  }
  const tensors = trainer.network.layers.flatMap(({ weights, bias, shape }, i) => [
    memoryTensor(
      `${i}.weight`,
      [shape.units, shape.fanIn],
      Float32Array.from(kernels.view(weights)),
    ),
    memoryTensor(`${i}.bias`, [shape.units], Float32Array.from(kernels.view(bias))),
  ]);
  kernels.release(mark);
  const layouts = layoutsOf(tensors, 'pytorch', null);
  const examined: Examined[] = [];
  for (const [i, tensor] of tensors.entries()) {
    const layout = layouts[i];
    if (layout === undefined) continue;
    const summary = await summarizeTensor(tensor, layout, { onBytes: () => undefined });
    examined.push({ summary, rule: identify(summary) });
  }
  return { rule: printInitializer(parseInitializer(rule).value), tensors: settleRules(examined) };
}

/** What was reported about one weight matrix, and whether it was right. */
export interface Judged {
  readonly trained: boolean;
  readonly confidence: number;
  readonly right: boolean;
  readonly said: string;
  readonly rule: string;
}

/** Matrices with fewer weights are identified, but not judged: half of such tensors are biases or single rows. */
const MIN_COUNT = 128;

export const judged = ({ rule, tensors }: TrainedNet): readonly Judged[] =>
  tensors.flatMap(({ summary, rule: found }) =>
    found === null || summary.layout.kind !== 'dense' || summary.numbers.count < MIN_COUNT
      ? []
      : [
          {
            trained: found.trained,
            confidence: found.confidence,
            right: found.names.includes(rule),
            said: found.initializer,
            rule,
          },
        ],
  );
