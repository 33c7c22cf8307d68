/** The claims of this chapter, checked against the engine. */
import {
  alike,
  distinct,
  firstLoss,
  gradient,
  lab,
  layer,
  learnedAt,
  race,
  std,
} from '../facts/claim.ts';
import type { Claim } from '../facts/claim.ts';
import type { Facts } from '../facts/facts.ts';

const firstGradient = ({ races }: Facts, lane: number): number =>
  races[lane]?.records[0]?.firstLayerGradient ?? Number.NaN;
const divergedAt = ({ races }: Facts, lane: number): number | null | undefined =>
  races[lane]?.outcome?.divergedAt;
const stuck = (facts: Facts): boolean =>
  facts.races.every((_, lane) => learnedAt(facts, lane) === null);

const THIRD =
  'lane=lecun_normal&bias=random_normal(std=0.2236)&act=tanh&depth=40&width=32&input=circle';

export const CLAIMS: readonly Claim[] = [
  race(
    'clinic/first',
    'it does not learn, layer 1 holds one unit, and the loss moves a little all the same',
    (facts) => {
      const losses = facts.races[0]?.records.map(({ loss }) => loss) ?? [];
      return stuck(facts) && distinct(facts, 0)[0] === 1 && (losses.at(-1) ?? 1) < (losses[0] ?? 0);
    },
  ),
  race(
    'clinic/second',
    'it does not learn, its units differ, next to nothing comes back to layer 1',
    (facts) => stuck(facts) && distinct(facts, 0)[0] === 32 && firstGradient(facts, 0) < 1e-5,
  ),
  race('clinic/third', 'it does not learn', stuck),
  lab(
    'clinic/third',
    'histograms keep their width, inputs end at a cosine of 1, and the gradient vanishes',
    (facts) =>
      std(facts, 0, 40) > 0.25 * std(facts, 0, 10) &&
      (layer(facts, 0, 40)?.similarity ?? 0) > 0.98 &&
      gradient(facts, 0, 1) < 1e-2 * gradient(facts, 0, 40),
    { query: THIRD },
  ),
  race(
    'clinic/fourth',
    'too small a rate barely moves, too large a one breaks within some steps',
    (facts) => {
      const losses = facts.races[0]?.records.map(({ loss }) => loss) ?? [];
      const moved = Math.abs((losses.at(-1) ?? 0) - (losses[0] ?? 1));
      return stuck(facts) && moved < 0.1 && (divergedAt(facts, 1) ?? Infinity) < 10;
    },
  ),
  race('clinic/fourth', 'at 0.01 the same start learns', (facts) => learnedAt(facts, 0) !== null, {
    query: 'lane=he_normal&act=relu&depth=30&width=32&input=circle&lr=0.01&steps=300',
  }),
  race(
    'clinic/fifth',
    'a first loss far above chance, and the first steps break it',
    (facts) => stuck(facts) && firstLoss(facts, 0) > 3 && (divergedAt(facts, 0) ?? Infinity) < 20,
  ),
  race(
    'clinic/sixth',
    'it does not learn, and the gradient of layer 1 gives it away',
    (facts) => stuck(facts) && firstGradient(facts, 0) < 1e-7,
  ),
  lab(
    'clinic/sixth',
    'its biases keep the histograms alive',
    (facts) => std(facts, 0, 20) > 0.1 * std(facts, 0, 2),
    {
      query:
        'lane=pytorch_linear&bias=pytorch_linear&act=relu&depth=20&width=32&input=circle&batch=256',
    },
  ),
  race(
    'clinic/cures',
    'residual alone breaks; with batch norm, 1/√L or a factor learned from 0 it learns',
    (facts) =>
      divergedAt(facts, 0) != null && [1, 2, 3].every((lane) => learnedAt(facts, lane) != null),
  ),
  lab(
    'clinic/normalized',
    'every histogram has the same width, and the gradient of layer 1 is a hundred times that of layer 30 or more',
    (facts) => {
      const sizes = facts.lanes[0]?.layers.map(({ activations }) => activations.rms) ?? [];
      return gradient(facts, 0, 1) > 100 * gradient(facts, 0, 30) && alike(sizes, 1.1);
    },
  ),
  race(
    'clinic/column',
    'of four starts only the one on the critical line learns',
    (facts) => [0, 1, 2, 3].every((lane) => (learnedAt(facts, lane) != null) === (lane === 1)),
    // Other seeds would take a minute; row M7 of the papers page runs three.
    { seeds: [] },
  ),
  lab(
    'clinic/normalized',
    'thirty batch-normalized ReLU layers multiply the gradient by about 313, and keep perfect histograms',
    (facts) => {
      const back = gradient(facts, 0, 2) / gradient(facts, 0, 31);
      const sizes = facts.lanes[0]?.layers.map(({ activations }) => activations.rms) ?? [];
      return back > 150 && back < 600 && alike(sizes, 1.1);
    },
    { query: 'lane=xavier_normal&norm=batch&act=relu&depth=32&width=512&batch=512' },
  ),
  lab(
    'clinic/checklist',
    'He is healthy, and its inputs look alike: a cosine above 0.9',
    (facts) =>
      facts.lanes[3]?.outcome.verdict.id === 'healthy' &&
      (layer(facts, 3, 30)?.similarity ?? 0) > 0.9,
  ),
];
