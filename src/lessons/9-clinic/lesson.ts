import { choice, covered, lab, NO_PREDICTION, race } from '../schema.ts';
import type { Chapter, Step } from '../schema.ts';
import { causeOf } from './causes.ts';

const LOOKS = [{ id: 'race-looks' }] as const;

/** One net that does not learn, to be looked at before and after. */
const patient = (id: string, query: string): Step => ({
  id,
  stage: race(`input=circle&${query}`, LOOKS),
  prediction: choice(causeOf),
});

const DEEP = 'act=relu&depth=30&width=32';
const CURES = race(
  `input=circle&${DEEP}&lr=0.01&steps=800&lane=xavier_normal;block=residual1&lane=xavier_normal;block=residual1;norm=batch&lane=xavier_normal;norm=batch&lane=xavier_normal;block=residual1;branch=1/sqrt(L)&lane=xavier_normal;block=residual1;branch=0`,
  [{ id: 'race-curves' }],
);

export const lesson: Chapter = {
  id: 'clinic',
  steps: [
    patient('first', 'lane=constant(value=0.3)&act=tanh&depth=3&width=16&lr=0.1&steps=300'),
    patient('second', `lane=xavier_normal&${DEEP}&lr=0.01&steps=300`),
    patient(
      'third',
      'lane=lecun_normal&bias=random_normal(std=0.2236)&act=tanh&depth=40&width=32&lr=0.01&steps=300',
    ),
    patient('fourth', `lane=he_normal;lr=0.0001&lane=he_normal;lr=3&${DEEP}&steps=300`),
    patient(
      'fifth',
      'lane=he_normal&act=relu&depth=5&width=32&lr=0.01&steps=200&input_mean=128&input_std=74',
    ),
    patient(
      'sixth',
      'lane=pytorch_linear&bias=pytorch_linear&act=relu&depth=20&width=32&lr=0.01&steps=300',
    ),
    {
      id: 'cures',
      stage: covered(CURES),
      revealed: CURES,
      prediction: choice(({ races }) => {
        if (races.length < 5 || races.some((each) => each?.outcome == null)) return null;
        const [, both, , scaled, zero] = races.map((each) => each?.outcome?.learnedAt != null);
        if (both === true) return scaled === true && zero === true ? 'each' : 'norm';
        return scaled === true || zero === true ? 'branch' : 'none';
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
