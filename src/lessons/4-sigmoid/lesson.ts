import { choice, lab, NO_PREDICTION } from '../schema.ts';
import type { Chapter, StagePanel } from '../schema.ts';

const TEN = 'act=sigmoid&depth=10&width=256';
const CURVE: StagePanel = { id: 'curve', lane: 0, layer: 5 };
const FORWARD: StagePanel = { id: 'spread', direction: 'forward' };
const BACKWARD: StagePanel = { id: 'spread', direction: 'backward' };

const SMALL = lab(`${TEN}&lane=xavier_normal(gain=0.25)`, [CURVE, FORWARD]);
const LARGE = `${TEN}&lane=random_normal(std=2)`;
const DIAL = lab(`${TEN}&lane=xavier_normal`, [CURVE, FORWARD, BACKWARD], { controls: ['gain'] });
const times = (gain: number): string => `lane=xavier_normal(gain=${gain})`;
const ALL = [1, 2, 4, 6, 8, 10].map(times).join('&');

export const lesson: Chapter = {
  id: 'sigmoid',
  steps: [
    {
      id: 'where-on-the-curve',
      stage: lab(`${TEN}&lane=xavier_normal`, [CURVE], { controls: ['gain'] }),
      prediction: NO_PREDICTION,
    },
    {
      id: 'small',
      stage: { ...SMALL, panels: [CURVE] },
      revealed: SMALL,
      prediction: choice(({ lanes: [lane] }) => {
        const last = lane?.layers.at(-1)?.preActivations;
        if (lane == null || last === undefined) return null;
        // Straight to a tenth: σ differs from ½ + z/4 by less than a tenth of z/4 up to |z| = 1.
        return Math.max(-last.min, last.max) < 1 ? 'nothing' : 'more';
      }),
    },
    {
      id: 'large',
      stage: lab(LARGE, [CURVE]),
      revealed: lab(LARGE, [CURVE, BACKWARD]),
      prediction: choice(({ lanes: [lane] }) => {
        const gradients = lane?.layers[0]?.gradients ?? null;
        if (gradients === null) return null;
        const [, low = 0, , high = 0] = gradients.quantiles;
        // Half of a bell lies within 1.35 σ; here within a hundredth of that?
        return high - low < gradients.std / 100 ? 'few' : 'all';
      }),
    },
    {
      id: 'quarter',
      stage: lab(`${TEN}&lane=xavier_normal`, [CURVE, BACKWARD]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'search',
      stage: DIAL,
      revealed: lab(`${TEN}&${ALL}`, [FORWARD, BACKWARD]),
      prediction: choice(({ lanes }) => {
        if (lanes.length === 0 || lanes.includes(null)) return null;
        return lanes.some((lane) => lane?.outcome.verdict.id === 'healthy') ? 'yes' : 'no';
      }),
    },
    {
      id: 'next',
      stage: lab(`${TEN}&${[0.25, 4, 10].map(times).join('&')}`, [FORWARD, BACKWARD]),
      prediction: NO_PREDICTION,
    },
  ],
};
