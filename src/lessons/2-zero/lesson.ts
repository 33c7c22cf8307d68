import { choice, covered, lab, NO_PREDICTION, race } from '../schema.ts';
import type { Chapter } from '../schema.ts';

const NET = 'input=circle&depth=2&width=8&lr=0.1&steps=500';
const ZERO = race(`${NET}&act=tanh&lane=zeros`, [{ id: 'race-curves' }, { id: 'race-boundary' }]);
const CONSTANT = race(`${NET}&act=tanh&lane=constant(value=0.5)`, [{ id: 'race-units' }]);

/** Softmax regression: no hidden layer. */
const SOFTMAX = race('input=blobs&depth=0&lr=0.01&steps=500&lane=zeros&lane=xavier_normal', [
  { id: 'race-curves' },
  { id: 'race-boundary' },
]);

/** Largest change of the loss that counts as none: a tenth of ln 2, the most that can be gained. */
const MOVED = Math.LN2 / 10;

export const lesson: Chapter = {
  id: 'zero',
  steps: [
    {
      id: 'all-zero',
      stage: { ...covered(ZERO), panels: [{ id: 'curve', lane: 0, layer: 1 }] },
      revealed: ZERO,
      prediction: choice(({ races: [zero] }) => {
        const [first, last] = [zero?.records[0], zero?.records.at(-1)];
        if (zero?.outcome == null || first === undefined || last === undefined) return null;
        const change = last.loss - first.loss;
        return Math.abs(change) < MOVED ? 'flat' : change < 0 ? 'falls' : 'rises';
      }),
    },
    {
      id: 'why-flat',
      stage: race(`${NET}&act=tanh&lane=zeros`, [{ id: 'race-units' }], {
        controls: ['act'],
      }),
      prediction: NO_PREDICTION,
    },
    {
      id: 'constant',
      stage: covered(CONSTANT),
      revealed: CONSTANT,
      prediction: choice(({ races: [constant] }) => {
        const distinct = constant?.records.at(-1)?.distinctUnits[0];
        if (constant?.outcome == null || distinct === undefined) return null;
        return distinct === 1
          ? 'one'
          : distinct === constant.config.experiment.width
            ? 'eight'
            : 'some';
      }),
    },
    {
      id: 'symmetry',
      stage: race(
        `${NET}&act=tanh&lane=constant(value=0.5)&lane=constant(value=0.5);bias=random_normal(std=0.5)&lane=xavier_normal`,
        [{ id: 'race-units' }],
      ),
      prediction: NO_PREDICTION,
    },
    {
      id: 'nudge',
      stage: race(`${NET}&act=tanh&lane=constant(value=0.5)`, [
        { id: 'race-units', nudge: true },
        { id: 'race-curves' },
      ]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'when-zero-is-right',
      stage: covered(SOFTMAX),
      revealed: SOFTMAX,
      prediction: choice(({ races: [zeros] }) => {
        const [first, last] = [zeros?.records[0], zeros?.records.at(-1)];
        if (zeros?.outcome == null || first === undefined || last === undefined) return null;
        if (zeros.outcome.learnedAt !== null) return 'learns';
        return last.loss < first.loss ? 'alike' : 'never';
      }),
    },
    {
      id: 'next',
      stage: lab(
        'input=circle&depth=5&width=8&act=tanh&lane=zeros&lane=constant(value=0.5)&lane=random_normal(std=0.1)',
        [
          { id: 'weights', lane: 1, layer: 2 },
          { id: 'weights', lane: 2, layer: 2 },
        ],
      ),
      prediction: NO_PREDICTION,
    },
  ],
};
