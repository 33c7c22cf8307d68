import { choice, lab, NO_PREDICTION, race } from '../schema.ts';
import type { Chapter } from '../schema.ts';
import { NUMBERS } from '../facts/numbers.ts';

const TWO = 'lane=random_uniform(min=-0.1,max=0.1)&lane=random_normal(std=0.1)';
const DRAWS = lab(`${TWO}&depth=1&width=256&backward=0`, [{ id: 'draws' }], {
  quantity: 'weights',
});
const UNIFORM = lab(
  'lane=random_uniform(min=-0.1,max=0.1)&depth=1&width=256&backward=0',
  [{ id: 'draws' }],
  { quantity: 'weights' },
);
const TEN = 'lane=random_normal(std=0.1)&act=tanh&width=32';

export const lesson: Chapter = {
  id: 'random',
  steps: [
    {
      id: 'draw',
      stage: lab(`${TWO}&depth=1&in=2&width=1&backward=0`, [{ id: 'lecture-draw' }]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'normal',
      stage: UNIFORM,
      revealed: DRAWS,
      paper: { kind: 'weights', limit: 0.1, widest: 0.4 },
      prediction: choice((facts) => {
        const share = NUMBERS.outside(facts, { lane: 1, layer: 1, framework: null });
        if (share === null || share.kind === 'never') return null;
        return share.value < 0.01 ? 'none' : share.value < 0.15 ? 'few' : 'third';
      }),
    },
    {
      id: 'shallow',
      stage: race(
        `input=circle&depth=1&width=16&lr=0.1&steps=1000&lane=constant(value=0.1)&${TWO}`,
        [{ id: 'race-curves' }, { id: 'race-boundary' }],
      ),
      prediction: NO_PREDICTION,
    },
    {
      id: 'ten-layers',
      stage: lab(`${TEN}&depth=1`, [{ id: 'lanes' }]),
      revealed: lab(`${TEN}&depth=10`, [{ id: 'lanes' }], { controls: ['width'] }),
      paper: { kind: 'histogram', lo: -1, hi: 1 },
      prediction: choice(({ lanes: [lane] }) => {
        const [first, last] = [lane?.layers[0]?.activations, lane?.layers.at(-1)?.activations];
        if (lane == null || first === undefined || last === undefined) return null;
        if (last.std < first.std / 2) return 'narrow';
        return last.saturated > 0.2 ? 'edges' : 'same';
      }),
    },
    {
      id: 'next',
      stage: lab(
        `${TWO}&lane=xavier_normal&act=linear&depth=20&width=64`,
        [{ id: 'spread', direction: 'forward' }],
        { controls: ['width'] },
      ),
      prediction: NO_PREDICTION,
    },
  ],
};
