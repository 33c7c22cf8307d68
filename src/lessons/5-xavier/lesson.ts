import { neuronStd } from '../../engine/lecture/neuronSums.ts';
import { NUMBERS } from '../facts/numbers.ts';
import { choice, covered, lab, NO_PREDICTION, race } from '../schema.ts';
import type { Chapter } from '../schema.ts';

const UNIT = 'lane=random_normal(std=1)&depth=1&width=16&backward=0';
const SHAPES = 'lane=xavier_uniform&lane=xavier_normal&act=tanh&depth=5&width=256';
const FIXED_AND_XAVIER =
  'lane=random_normal(std=0.1)&lane=xavier_normal&act=tanh&depth=10&width=32';
const SIGMOID = race(
  'input=circle&depth=10&width=64&lr=0.05&steps=4000&act=sigmoid&lane=xavier_normal&lane=xavier_normal;act=tanh&lane=xavier_normal(gain=4)',
  [{ id: 'race-curves' }],
);
const GAUGES = { id: 'gauges', of: 'dials', withHe: false } as const;
const AT = { lane: 0, layer: 1, framework: null } as const;

export const lesson: Chapter = {
  id: 'xavier',
  steps: [
    {
      id: 'one-neuron',
      stage: lab(UNIT, [{ id: 'neuron', fixed: true }]),
      revealed: lab(UNIT, [{ id: 'neuron', fixed: false }]),
      prediction: choice(() => {
        const wider = neuronStd(100) / neuronStd(1);
        return wider < 3 ? 'same' : wider < 30 ? 'ten' : 'hundred';
      }),
    },
    {
      id: 'variance-rule',
      stage: lab(
        'lane=random_normal(std=1)&lane=random_normal(std=0.0625)&lane=random_normal(std=0.1)&act=linear&depth=3&width=256',
        [{ id: 'spread', direction: 'forward' }],
      ),
      prediction: NO_PREDICTION,
    },
    {
      id: 'two-demands',
      stage: covered(lab(UNIT, [])),
      revealed: lab(UNIT, [GAUGES], { controls: ['shape'] }),
      prediction: choice((facts) => {
        const [forward, backward] = [NUMBERS.forwardFactor(facts), NUMBERS.backwardFactor(facts)];
        if (forward.kind === 'never' || backward.kind === 'never') return null;
        return Math.abs(forward.value - backward.value) < 1e-9 ? 'yes' : 'no';
      }),
    },
    {
      id: 'uniform-or-normal',
      stage: lab(SHAPES, [{ id: 'lanes' }], { quantity: 'weights' }),
      revealed: lab(SHAPES, [{ id: 'lanes' }], {
        controls: ['quantity'],
        quantity: 'preActivations',
      }),
      prediction: choice((facts) => {
        const stds = [0, 1].map((lane) => NUMBERS.preActivationStd(facts, { ...AT, lane }));
        const [one, two] = stds.map((std) => (std?.kind === 'number' ? std.value : Number.NaN));
        if (one === undefined || two === undefined || Number.isNaN(one + two)) return null;
        return Math.abs(one / two - 1) < 0.05 ? 'nothing' : 'shape';
      }),
    },
    {
      id: 'tanh-alive',
      stage: lab(FIXED_AND_XAVIER, [{ id: 'lanes' }], { controls: ['width'] }),
      prediction: NO_PREDICTION,
    },
    {
      id: 'figures',
      stage: lab(
        'lane=variance_scaling(scale=0.3333333333333333,mode=fan_in,distribution=uniform)&lane=xavier_uniform&act=tanh&depth=5&width=1000&batch=300',
        [{ id: 'lanes' }],
        { controls: ['quantity'], quantity: 'weightGradients' },
      ),
      prediction: NO_PREDICTION,
    },
    {
      id: 'sigmoid-again',
      stage: covered(SIGMOID),
      revealed: SIGMOID,
      prediction: choice(({ races: [sigmoid] }) =>
        sigmoid?.outcome == null ? null : sigmoid.outcome.learnedAt === null ? 'fails' : 'learns',
      ),
    },
    {
      id: 'next',
      stage: lab(FIXED_AND_XAVIER, [{ id: 'loop' }]),
      prediction: NO_PREDICTION,
    },
  ],
};
