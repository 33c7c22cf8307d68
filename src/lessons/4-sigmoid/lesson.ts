import { choice, lab, NO_PREDICTION } from '../schema.ts';
import type { Chapter, Stage, StagePanel } from '../schema.ts';

const TEN = 'act=sigmoid&depth=10&width=256';
const CURVE: StagePanel = { id: 'curve', lane: 0, layer: 5 };
const LOOP: StagePanel = { id: 'loop', between: 'beside' };
const FORWARD: StagePanel = { id: 'spread', direction: 'forward', between: 'beside' };
const SIGNALS: StagePanel = { id: 'loop', between: 'instead' };
const BACKWARD: StagePanel = { id: 'spread', direction: 'backward' };

const times = (gain: number): string => `lane=xavier_normal(gain=${gain})`;
const dialAt = (gain: number, panels: readonly StagePanel[]): Stage =>
  lab(`${TEN}&${times(gain)}`, panels, { controls: ['gain'] });
const sideBySide = (gains: readonly number[]): Stage =>
  lab(`${TEN}&${gains.map(times).join('&')}`, [SIGNALS]);

const LARGE = `${TEN}&lane=random_normal(std=2)`;

export const lesson: Chapter = {
  id: 'sigmoid',
  steps: [
    {
      id: 'where-on-the-curve',
      stage: dialAt(1, [CURVE]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'small',
      stage: lab(`${TEN}&${times(0.25)}`, [CURVE]),
      revealed: dialAt(0.25, [CURVE, FORWARD]),
      paper: { kind: 'curve', layer: 5, reach: 4 },
      prediction: choice(({ lanes: [lane] }) => {
        const last = lane?.layers.at(-1)?.preActivations;
        if (lane == null || last === undefined) return null;
        // Linear to within a tenth: for |z| ≤ 1, f differs from ½ + z/4 by less than a tenth of z/4.
        const reach = Math.max(-last.min, last.max);
        return reach < 1 ? 'nothing' : reach < 2 ? 'some' : 'more';
      }),
    },
    {
      id: 'large',
      stage: lab(LARGE, [CURVE]),
      revealed: lab(LARGE, [CURVE, { id: 'magnitude', lane: 0 }], { quantity: 'gradients' }),
      paper: { kind: 'curve', layer: 5, reach: 32 },
      prediction: choice(({ lanes: [lane] }) => {
        const gradients = lane?.layers[0]?.gradients ?? null;
        if (gradients === null) return null;
        if (gradients.zero > 0.99) return 'none';
        const [, low = 0, , high = 0] = gradients.quantiles;
        // The middle half of a normal distribution spans 1.35 σ; tests for less than a hundredth of σ.
        return high - low < gradients.std / 100 ? 'few' : 'all';
      }),
    },
    {
      id: 'quarter',
      stage: dialAt(1, [CURVE, BACKWARD]),
      prediction: NO_PREDICTION,
    },
    {
      id: 'search',
      stage: dialAt(1, [CURVE, LOOP]),
      revealed: sideBySide([1, 2, 4, 6, 8, 10]),
      prediction: choice(({ lanes }) => {
        if (lanes.length === 0 || lanes.includes(null)) return null;
        return lanes.some((lane) => lane?.outcome.verdict.id === 'healthy') ? 'yes' : 'no';
      }),
    },
    { id: 'next', stage: sideBySide([0.25, 4, 10]), prediction: NO_PREDICTION },
  ],
};
