import { choice, covered, lab, NO_PREDICTION, race } from '../schema.ts';
import type { RaceFacts } from '../facts/facts.ts';
import type { Chapter } from '../schema.ts';

const XAVIER = 'lane=xavier_normal&act=relu&width=256';
const THIRTY = 'input=circle&width=32&steps=1500&act=relu&depth=30';
// With seed 3, Xavier learns 22 layers regardless of rounding; with seed 1 it may fall back to guessing.
const RINGS = 'input=circle&width=32&lr=0.01&steps=1500&act=relu';
const RACE_22 = race(
  `${RINGS}&depth=22&seed=3&lane=xavier_normal&lane=he_normal&lane=pytorch_linear`,
  [{ id: 'race-tracks' }, { id: 'race-curves' }],
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

const CONVOLUTION = lab(
  'net=conv&act=relu&depth=1&width=64&in=64&batch=16&backward=0&lane=he_normal',
  [{ id: 'fans', of: { kind: 'conv', inputs: 64, outputs: 64, kernel: 3 } }],
);
const BORDER = lab(
  'net=conv&act=relu&depth=10&width=48&in=48&batch=16&backward=0&lane=he_normal;padding=zero&lane=he_normal;padding=circular',
  [{ id: 'places' }],
);
const DIGITS = race(
  'net=conv&input=digits&act=relu&width=16&depth=22&lr=0.01&steps=600&lane=xavier_normal&lane=he_normal&lane=pytorch_linear',
  [{ id: 'race-curves' }, { id: 'race-diagnostics' }],
  { start: 'on-request' },
);
const FEW_CHANNELS = 'net=conv&input=digits&act=relu&width=8&lr=0.02&steps=300';
const DEPTHS = race(
  `${FEW_CHANNELS}&lane=xavier_normal;depth=6&lane=he_normal;depth=14&lane=xavier_normal;depth=10&lane=xavier_normal;depth=14&lane=xavier_normal;depth=14;padding=circular`,
  [{ id: 'race-curves' }],
);

/** Whether the loss of a race has dropped clearly below that of guessing among ten classes. */
function leaves(each: RaceFacts | null | undefined): boolean | null {
  const loss = each?.records.at(-1)?.loss;
  return each?.outcome == null || loss === undefined ? null : loss < 0.98 * Math.log(10);
}

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
      stage: lab(`${XAVIER}&depth=3`, [{ id: 'half', lane: 0 }]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'recipe',
      stage: lab(`${XAVIER}&depth=10`, [{ id: 'lanes', keepsFirst: true }], {
        controls: ['recipe'],
      }),
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
      id: 'convolution',
      stage: covered(CONVOLUTION),
      revealed: CONVOLUTION,
      prediction: choice(({ lanes: [lane] }) => {
        const fanIn = lane?.layers[0]?.fanIn;
        if (fanIn === undefined) return null;
        return fanIn === 9 ? 'taps' : fanIn === 64 ? 'channels' : 'all';
      }),
    },
    {
      id: 'border',
      stage: covered(BORDER),
      revealed: BORDER,
      prediction: choice(({ lanes }) => {
        const [zero, circular] = lanes.map((lane) => lane?.layers.at(-1)?.activations.rms);
        if (zero === undefined || circular === undefined) return null;
        const left = (zero / circular) ** 2;
        return left > 0.8 ? 'all' : left > 0.2 ? 'third' : 'little';
      }),
    },
    {
      id: 'race-digits',
      stage: covered(DIGITS),
      revealed: DIGITS,
      prediction: choice(({ races }) => {
        const [xavier, he, standard] = races.map(leaves);
        if (xavier == null || he == null || standard == null) return null;
        if (!he) return null;
        return standard ? 'all' : xavier ? 'two' : 'one';
      }),
    },
    {
      id: 'stall',
      stage: race(
        `${FEW_CHANNELS}&depth=4&lane=xavier_normal&lane=he_normal`,
        [{ id: 'race-curves' }],
        {
          controls: ['depth'],
        },
      ),
      revealed: DEPTHS,
      prediction: choice(({ races }) => {
        const [six, , , fourteen] = races.map(leaves);
        if (six == null || fourteen == null) return null;
        return !six ? 'before' : fourteen ? 'beyond' : 'between';
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
