/** The quiz: the stage of each answered question, and how the right answer follows from its results. */
import { drawMoments } from '../../engine/rules/draw.ts';
import { initializer } from '../../engine/rules/initializer.ts';
import type { Facts, LaneFacts } from '../facts/facts.ts';
import { lab } from '../schema.ts';
import type { Question, StagePanel } from '../schema.ts';

const FORWARD: readonly StagePanel[] = [{ id: 'spread', direction: 'forward' }];
const BACKWARD: readonly StagePanel[] = [{ id: 'spread', direction: 'backward' }];
const LANES: readonly StagePanel[] = [{ id: 'lanes' }];

const read =
  (answer: (lane: LaneFacts) => string | null) =>
  ({ lanes: [lane] }: Facts): string | null =>
    lane === undefined || lane === null ? null : answer(lane);

/** Id of the option whose number has the ratio to `value` nearest to 1. */
export function nearest(value: number, options: Readonly<Record<string, number>>): string | null {
  const far = (option: number): number => Math.abs(Math.log(value / option));
  const [best] = Object.entries(options).sort(([, a], [, b]) => far(a) - far(b));
  return best?.[0] ?? null;
}

/** Std of the last layer divided by that of the first. */
const change = ({ layers }: LaneFacts): number =>
  (layers.at(-1)?.activations.std ?? Number.NaN) / (layers[0]?.activations.std ?? Number.NaN);

/** Factor of the mean square from one layer to the next, as a geometric mean. */
const squareFactor = ({ layers }: LaneFacts): number =>
  ((layers.at(-1)?.activations.rms ?? 0) / (layers[0]?.activations.rms ?? 1)) **
  (2 / (layers.length - 1));

export const QUESTIONS: readonly Question[] = [
  {
    id: 'ones',
    stage: lab('lane=ones&depth=3&width=64&act=tanh', [{ id: 'weights', lane: 0, layer: 2 }]),
    correct: read(({ layers }) => (layers[1]?.distinctUnits === 1 ? 'one' : 'all')),
  },
  {
    id: 'uniform-std',
    stage: lab(
      'lane=random_uniform(min=-0.1,max=0.1)&depth=1&width=256&backward=0',
      [{ id: 'draws' }],
      {
        quantity: 'weights',
      },
    ),
    correct: read(({ layers }) =>
      nearest(layers[0]?.weights.std ?? 0, { edge: 0.1, root: 0.1 / Math.sqrt(3), third: 0.1 / 3 }),
    ),
  },
  {
    id: 'linear-400',
    stage: lab('lane=random_normal(std=0.1)&act=linear&depth=10&width=400&batch=64', FORWARD),
    correct: read((lane) =>
      nearest(change(lane) ** (1 / 9), { shrinks: 0.5, keeps: 1, doubles: 2 }),
    ),
  },
  {
    id: 'xavier-relu',
    stage: lab('lane=xavier_normal&depth=20&width=256', FORWARD),
    correct: read((lane) => nearest(squareFactor(lane), { all: 1, half: 1 / 2, sixth: 1 / 6 })),
  },
  {
    id: 'shapes',
    stage: lab('lane=he_uniform&lane=he_normal&depth=10&width=1024&batch=64&backward=0', LANES),
    correct: ({ lanes }) => {
      const [one, two] = lanes.map((lane) => lane?.layers.at(-1)?.activations.std);
      if (one === undefined || two === undefined) return null;
      return Math.abs(Math.log2(one / two)) < 0.5 ? 'alike' : 'differ';
    },
  },
  {
    id: 'sigmoid-gradient',
    stage: lab('lane=xavier_normal&act=sigmoid&depth=10&width=256', BACKWARD),
    correct: read(({ layers }) => {
      const [first, last] = [layers[0]?.gradients, layers.at(-1)?.gradients];
      if (!first || !last) return null;
      return nearest(first.std / last.std, { same: 1, hundredth: 1e-2, millionth: 1e-6 });
    }),
  },
  {
    id: 'tanh-100',
    stage: lab('lane=xavier_normal&act=tanh&depth=100&width=256&batch=64&backward=0', FORWARD),
    correct: read(({ layers }) => {
      const last = layers.at(-1)?.activations;
      if (last === undefined) return null;
      return last.saturated > 0.2 ? 'edges' : last.std < 1e-3 ? 'zero' : 'alive';
    }),
  },
  {
    id: 'he-tanh',
    stage: lab('lane=he_normal&act=tanh&depth=20&width=256', LANES),
    correct: read(({ outcome: { verdict } }) =>
      verdict.id === 'healthy' || verdict.id === 'saturated' ? verdict.id : 'exploding',
    ),
  },
  {
    id: 'float16',
    stage: lab('lane=random_normal(std=1)&depth=20&width=256&precision=float16&backward=0', [
      { id: 'magnitude', lane: 0 },
    ]),
    correct: read(({ outcome: { firstNonFiniteLayer: layer } }) =>
      layer === null ? 'never' : layer < 8 ? 'early' : 'late',
    ),
  },
  {
    id: 'fan-out',
    stage: lab('lane=lecun_normal&act=linear&in=100&width=400&depth=1', [
      { id: 'gauges', of: 'lane', withHe: false },
    ]),
    correct: () => {
      const draw = initializer('lecun_normal').draw({}, 100, 400);
      const variance = (drawMoments(draw, 100, 400)?.std ?? 0) ** 2;
      return nearest(400 * variance, { quarter: 1 / 4, one: 1, four: 4 });
    },
  },
];
