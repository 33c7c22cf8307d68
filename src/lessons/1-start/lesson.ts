import { choice, covered, lab, NO_PREDICTION, race } from '../schema.ts';
import type { Chapter } from '../schema.ts';
import { largestOverSmallest } from '../facts/numbers.ts';

/** One network, data set, learning rate and seed; four initializations. */
const RACE = 'input=circle&depth=12&width=32&lr=0.01&steps=1000';
const CURVES = race(RACE, [{ id: 'race-curves' }]);
const INSIDE = lab('input=circle&depth=12&width=32', [{ id: 'lanes' }]);

export const lesson: Chapter = {
  id: 'start',
  steps: [
    {
      id: 'who-chooses',
      stage: lab('lane=xavier_normal&in=3&width=4&depth=1&out=2', [{ id: 'net' }]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'does-it-matter',
      stage: covered(CURVES),
      revealed: CURVES,
      prediction: choice(({ races }) => {
        if (races.length === 0 || races.some((each) => each?.outcome == null)) return null;
        const times = races.map((each) => each?.outcome?.learnedAt ?? null);
        if (times.includes(null)) return 'fate';
        return new Set(times).size > 1 ? 'pace' : 'no';
      }),
    },
    {
      id: 'watch-them-part',
      stage: CURVES,
      revealed: race(RACE, [{ id: 'race-diagnostics' }, { id: 'race-curves' }]),
      prediction: choice(({ races }) => {
        const first = races.map((each) => each?.records[0]);
        if (first.length === 0 || first.includes(undefined)) return null;
        const gradient = largestOverSmallest(
          first.map((record) => record?.firstLayerGradient ?? 0),
        );
        const loss = largestOverSmallest(first.map((record) => record?.loss ?? 0));
        // Large differences: the largest is more than ten times the smallest.
        return gradient > 10 ? 'gradient' : loss > 10 ? 'loss' : 'neither';
      }),
    },
    { id: 'before-training', stage: INSIDE, prediction: NO_PREDICTION },
    {
      id: 'next',
      stage: lab('input=circle&depth=12&width=32', [{ id: 'loop', measured: true }]),
      prediction: NO_PREDICTION,
    },
  ],
};
