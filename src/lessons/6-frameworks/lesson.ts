import { NUMBERS } from '../facts/numbers.ts';
import { choice, covered, lab, NO_PREDICTION } from '../schema.ts';
import type { Chapter } from '../schema.ts';

const ONE = 'lane=xavier_uniform&depth=1&width=16&backward=0';
const DEFAULTS = lab(ONE, [{ id: 'defaults' }], { controls: ['shape'] });
const THIRTY = 'lane=pytorch_linear&act=tanh&depth=30&width=256';

export const lesson: Chapter = {
  id: 'frameworks',
  steps: [
    {
      id: 'default',
      stage: covered(DEFAULTS),
      revealed: DEFAULTS,
      prediction: choice((facts) => {
        const [keras, pytorch] = ['keras', 'pytorch'].map((framework) =>
          NUMBERS.defaultStd(facts, { lane: 0, layer: 1, framework }),
        );
        if (keras?.kind !== 'number' || pytorch?.kind !== 'number') return null;
        return Math.abs(keras.value / pytorch.value - 1) < 1e-3 ? 'same' : 'different';
      }),
    },
    {
      id: 'names',
      stage: lab(
        'lane=xavier_normal&lane=lecun_normal&lane=keras_glorot_normal&act=tanh&in=64&width=256&depth=1&backward=0',
        [{ id: 'draws' }],
        { quantity: 'weights' },
      ),
      prediction: NO_PREDICTION,
    },
    {
      id: 'pytorch',
      stage: lab(THIRTY, [{ id: 'sketch', lane: 0 }]),
      revealed: lab(THIRTY, [
        { id: 'sketch', lane: 0 },
        { id: 'spread', direction: 'backward' },
      ]),
      prediction: { kind: 'sketch', lane: 0 },
    },
    {
      id: 'code',
      stage: lab('lane=he_normal&lane=pytorch_linear&depth=10&width=256', [{ id: 'lanes' }], {
        controls: ['act', 'width'],
      }),
      prediction: NO_PREDICTION,
    },
    {
      id: 'next',
      stage: lab('lane=pytorch_linear&lane=xavier_normal&act=tanh&depth=30&width=256', [
        { id: 'loop' },
      ]),
      prediction: NO_PREDICTION,
    },
  ],
};
