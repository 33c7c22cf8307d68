import type { Look } from '../../panels/clinic/LooksPanel.tsx';
import { choice, covered, lab, NO_PREDICTION, race } from '../schema.ts';
import type { Chapter, Step } from '../schema.ts';
import { causeOf } from './causes.ts';

/** A step about a network that does not learn: to be diagnosed before and after its race; `tells` shows the cause. */
const patient = (id: string, tells: Look, query: string): Step => ({
  id,
  stage: race(`input=circle&${query}`, [{ id: 'race-looks', tells }]),
  prediction: choice(causeOf),
});

const DEEP = 'act=relu&depth=30&width=32';
const CURES = race(
  `input=circle&${DEEP}&lr=0.01&steps=800&lane=xavier_normal;block=residual1&lane=xavier_normal;block=residual1;norm=batch&lane=xavier_normal;block=residual1;branch=1/sqrt(L)&lane=xavier_normal;block=residual1;branch=0`,
  [{ id: 'race-curves' }],
);

const NORMALIZED = 'act=relu&depth=30&width=128&batch=128&lane=xavier_normal;norm=batch';
/** Factor from which on a gradient counts as not having kept its size. */
const MUCH = 30;
/** Four cells in the deepest row of the trainability map: order, the critical line, and two in chaos. */
const COLUMN = race(
  `input=circle&act=tanh&depth=80&width=64&bias=random_normal(std=0.2236)&lr=0.003&steps=400&${[
    1, 1.75, 2.5, 4,
  ]
    .map((scale) => `lane=variance_scaling(scale=${scale},mode=fan_in,distribution=normal)`)
    .join('&')}`,
  [{ id: 'race-curves' }],
  { start: 'on-request' },
);

export const lesson: Chapter = {
  id: 'clinic',
  steps: [
    patient(
      'first',
      'units',
      'lane=constant(value=0.3)&act=tanh&depth=3&width=16&lr=0.1&steps=300',
    ),
    patient('second', 'gradients', `lane=xavier_normal&${DEEP}&lr=0.01&steps=300`),
    patient(
      'third',
      'similarity',
      'lane=lecun_normal&bias=random_normal(std=0.2236)&act=tanh&depth=40&width=32&lr=0.01&steps=300',
    ),
    patient('fourth', 'race', `lane=he_normal;lr=0.0001&lane=he_normal;lr=3&${DEEP}&steps=300`),
    patient(
      'fifth',
      'race',
      'lane=he_normal&act=relu&depth=5&width=32&lr=0.01&steps=200&input_mean=128&input_std=74',
    ),
    patient(
      'sixth',
      'gradients',
      'lane=pytorch_linear&bias=pytorch_linear&act=relu&depth=20&width=32&lr=0.01&steps=300',
    ),
    {
      id: 'cures',
      stage: covered(CURES),
      revealed: CURES,
      prediction: choice(({ races }) => {
        if (races.length < 4 || races.some((each) => each?.outcome == null)) return null;
        const [, both, scaled, zero] = races.map((each) => each?.outcome?.learnedAt != null);
        if (both === true) return scaled === true && zero === true ? 'each' : 'norm';
        return scaled === true || zero === true ? 'branch' : 'none';
      }),
    },
    {
      id: 'normalized',
      stage: lab(NORMALIZED, [{ id: 'lanes' }]),
      revealed: lab(NORMALIZED, [{ id: 'spread', direction: 'backward' }, { id: 'lanes' }]),
      prediction: choice(({ lanes: [lane] }) => {
        const [first, last] = [lane?.layers[0]?.gradients, lane?.layers[29]?.gradients];
        if (first == null || last == null) return null;
        const factor = first.rms / last.rms;
        if (factor > 1 / MUCH && factor < MUCH) return 'same';
        return factor > 1 ? 'grows' : 'shrinks';
      }),
    },
    {
      id: 'column',
      stage: covered(COLUMN),
      revealed: COLUMN,
      prediction: choice(({ races }) => {
        if (races.length < 4 || races.some((each) => each?.outcome == null)) return null;
        const [order, line, ...chaos] = races.map((each) => each?.outcome?.learnedAt != null);
        if (order === true) return 'order';
        if (chaos.includes(true)) return 'chaos';
        return line === true ? 'line' : 'none';
      }),
    },
    {
      id: 'checklist',
      stage: lab(
        'act=relu&depth=30&width=64&batch=128&lane=constant(value=0.3)&lane=xavier_normal&lane=he_normal;block=residual1&lane=he_normal',
        [{ id: 'similarity' }, { id: 'spread', direction: 'backward' }],
      ),
      prediction: NO_PREDICTION,
    },
  ],
};
