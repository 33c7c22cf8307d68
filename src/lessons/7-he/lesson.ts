import { choice, covered, lab, NO_PREDICTION, race } from '../schema.ts';
import type { Chapter } from '../schema.ts';

const XAVIER = 'lane=xavier_normal&act=relu&width=256';
const THIRTY = 'input=circle&width=32&steps=1500&act=relu&depth=30';
// From seed 3 Xavier arrives at 22 layers and stays, whatever the rounding; from seed 1 it may fall back to guessing.
const RINGS = 'input=circle&width=32&lr=0.01&steps=1500&act=relu';
const RACE_22 = race(
  `${RINGS}&depth=22&seed=3&lane=xavier_normal&lane=he_normal&lane=pytorch_linear`,
  [{ id: 'race-curves' }],
);
const RACE_30 = race(`${THIRTY}&lr=0.01&lane=xavier_normal&lane=he_normal`, [
  { id: 'race-curves' },
  { id: 'race-diagnostics' },
]);
const RATES = race(
  `${THIRTY}&lane=xavier_normal;lr=0.1&lane=xavier_normal;lr=1&lane=he_normal;lr=0.0001&lane=he_normal;lr=0.01&lane=he_normal;lr=1`,
  [{ id: 'race-curves' }],
);
const HUNDRED =
  'depth=100&width=512&batch=1&backward=0&lane=random_normal(std=1);act=linear&lane=random_normal(std=0.01);act=linear&lane=xavier_normal;act=tanh&lane=he_normal;act=relu';

export const lesson: Chapter = {
  id: 'he',
  steps: [
    {
      id: 'xavier-under-relu',
      stage: lab(`${XAVIER}&depth=10`, [{ id: 'lanes' }]),
      revealed: lab(`${XAVIER}&depth=30`, [{ id: 'spread', direction: 'forward' }]),
      paper: { kind: 'spread', lanes: 'first', range: 'usual' },
      prediction: choice(({ lanes: [lane] }) => {
        const [tenth, last] = [lane?.layers[9], lane?.layers[29]];
        if (tenth === undefined || last === undefined) return null;
        const narrower = tenth.activations.std / last.activations.std;
        return narrower < 3 ? 'same' : narrower < 100 ? 'ten' : 'thousand';
      }),
    },
    {
      id: 'half',
      stage: lab(`${XAVIER}&depth=3`, [{ id: 'curve', lane: 0, layer: 1 }, { id: 'lanes' }]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'recipe',
      stage: lab(`${XAVIER}&depth=10`, [{ id: 'lanes' }], { controls: ['recipe'] }),
      prediction: NO_PREDICTION,
    },
    {
      id: 'race-22',
      stage: covered(RACE_22),
      revealed: RACE_22,
      prediction: choice(({ races }) => {
        if (races.length < 3 || races.some((each) => each?.outcome == null)) return null;
        const [xavier, he, standard] = races.map((each) => each?.outcome?.learnedAt ?? null);
        if (he === null) return null;
        if (xavier === null) return 'one';
        return standard === null ? 'two' : 'all';
      }),
    },
    {
      id: 'race-30',
      stage: covered(RACE_30),
      revealed: RACE_30,
      prediction: choice(({ races: [xavier] }) =>
        xavier?.outcome == null ? null : xavier.outcome.learnedAt === null ? 'stalls' : 'later',
      ),
    },
    {
      id: 'rate',
      stage: covered(RATES),
      revealed: RATES,
      prediction: choice(({ races }) => {
        if (races.length < 5 || races.some((each) => each?.outcome == null)) return null;
        const arrived = races.map((each) => each?.outcome?.learnedAt != null);
        if (arrived[0] === true || arrived[1] === true) return 'larger';
        return arrived[2] === true && arrived[4] === true ? 'he' : 'one';
      }),
    },
    {
      id: 'hundred',
      stage: covered(lab(HUNDRED, [])),
      revealed: lab(HUNDRED, [{ id: 'magnitude' }]),
      paper: { kind: 'spread', lanes: 'all', range: 'float32' },
      prediction: choice(({ lanes: [lane] }) => {
        const layer = lane?.outcome.firstNonFiniteLayer ?? null;
        return layer === null ? null : layer < 10 ? 'early' : layer < 60 ? 'middle' : 'late';
      }),
    },
    {
      id: 'next',
      stage: lab(
        'act=relu&depth=30&width=256&lane=xavier_normal&lane=he_normal',
        [{ id: 'gauges', of: 'dials', withHe: true }],
        { controls: ['shape'] },
      ),
      prediction: NO_PREDICTION,
    },
  ],
};
