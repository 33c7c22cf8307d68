import { choice, covered, lab, NO_PREDICTION, race } from '../schema.ts';
import { NUMBERS } from '../facts/numbers.ts';
import type { Chapter } from '../schema.ts';
import { nearest, QUESTIONS } from './questions.ts';

const ALL =
  'depth=20&width=256&lane=xavier_normal;act=tanh&lane=he_normal;act=relu&lane=lecun_normal;act=selu';

const LEAKY = lab('lane=he_normal(slope=0.2)&act=leaky_relu(slope=0.2)&depth=20&width=256', [
  { id: 'curve', lane: 0, layer: 1 },
  { id: 'spread', direction: 'forward' },
]);
// Within 200 steps the outcome does not depend on rounding: checked with ten seeds and two builds of the kernels.
const CURES = race(
  'input=circle&width=32&depth=30&act=relu&lr=0.01&steps=200&lane=xavier_normal&lane=xavier_normal;rescue=batch_norm&lane=xavier_normal;rescue=residual&lane=xavier_normal;rescue=batch_norm,residual&lane=he_normal',
  [{ id: 'race-curves' }],
);
/** The initializers of the chapters. */
const STARTS =
  'depth=20&width=64&lane=constant(value=0.5);act=tanh&lane=random_normal(std=0.1);act=tanh&lane=pytorch_linear;act=tanh&lane=xavier_normal;act=tanh&lane=he_normal;act=relu';

export const lesson: Chapter = {
  id: 'choose',
  steps: [
    {
      id: 'table',
      stage: lab('in=512&depth=20&width=128&out=512&batch=64&lane=zeros;act=linear', [
        { id: 'decisions' },
      ]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'why-these',
      stage: lab(ALL, [
        { id: 'curve', lane: 2, layer: 1 },
        { id: 'spread', direction: 'forward' },
      ]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'leaky',
      stage: covered(LEAKY),
      revealed: LEAKY,
      prediction: choice((facts) => {
        const left = NUMBERS.squareLeft(facts, { lane: 0, layer: 1, framework: null });
        if (left?.kind !== 'number') return null;
        return nearest(1 / left.value, { relu: 2, plain: 2 / 1.2, square: 2 / 1.04 });
      }),
    },
    {
      id: 'quiz',
      stage: lab('lane=he_normal&depth=1&width=16', []),
      prediction: NO_PREDICTION,
      questions: QUESTIONS,
    },
    {
      id: 'cures',
      stage: covered(CURES),
      revealed: CURES,
      prediction: choice(({ races }) => {
        if (races.length < 5 || races.some((each) => each?.outcome == null)) return null;
        const arrived = races.map((each) => each?.outcome?.learnedAt != null);
        if (arrived[1] === true || arrived[2] === true) return 'each';
        return arrived[3] === true ? 'both' : 'none';
      }),
    },
    {
      id: 'beyond',
      stage: lab('depth=50&act=linear&width=128&lane=xavier_normal&lane=orthogonal&lane=lsuv', [
        { id: 'loop' },
      ]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'predictions',
      stage: lab(STARTS, [{ id: 'recap' }]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'sheet',
      stage: lab('lane=he_normal&depth=1&width=16&backward=0', [{ id: 'poster' }]),
      prediction: NO_PREDICTION,
    },
  ],
};
