/** The claims of this chapter, checked against the engine. */
import {
  alike,
  firstLoss,
  gradient,
  lab,
  layersOf,
  learnedAt,
  near,
  race,
  rms,
  squareLeft,
  std,
  verdict,
} from '../facts/claim.ts';
import type { Claim } from '../facts/claim.ts';

/** The poster's initializations except zeros, which fails with every activation. */
const SHEET =
  'depth=20&width=256&lane=constant(value=0.5)&lane=random_normal(std=0.01)&lane=random_normal(std=1)&lane=xavier_normal&lane=he_normal&lane=pytorch_linear';

export const CLAIMS: readonly Claim[] = [
  lab(
    'choose/why-these',
    'SELU leaves all of a square of size 1, ReLU half of any',
    (facts) => near(squareLeft(facts, 2), 1, 0.03) && near(squareLeft(facts, 1), 0.5, 0.03),
  ),
  race(
    'choose/why-these',
    'none of the four rules trains ten sigmoid layers; four times Xavier does',
    ({ races }) =>
      races.map((each) => each?.outcome?.learnedAt != null).join() ===
      'false,false,false,false,true',
    {
      query:
        'input=circle&depth=10&width=32&lr=0.1&steps=2500&act=sigmoid&lane=random_normal(std=0.1)&lane=lecun_normal&lane=xavier_normal&lane=he_normal&lane=xavier_normal(gain=4)',
      seeds: [],
    },
  ),
  lab(
    'choose/leaky',
    'a slope of 0.2 leaves 0.52 of the square, and its rule keeps the size over twenty layers',
    (facts) =>
      near(squareLeft(facts, 0), 0.52, 0.02) && near(rms(facts, 0, 20) / rms(facts, 0, 1), 1, 0.5),
  ),
  race(
    'choose/cures',
    'alone neither help does, one because gradients grow, one because sums do; both do, as early as He',
    (facts) => {
      const first = facts.races.map((each) => each?.records[0]?.firstLayerGradient ?? Number.NaN);
      return (
        learnedAt(facts, 0) === null &&
        learnedAt(facts, 1) === null &&
        (first[1] ?? 0) > 10 * (first[4] ?? Infinity) &&
        facts.races[2]?.outcome?.divergedAt != null &&
        firstLoss(facts, 2) > 1000 &&
        (learnedAt(facts, 3) ?? Infinity) <= 100 &&
        (learnedAt(facts, 4) ?? Infinity) <= 100
      );
    },
  ),
  race(
    'choose/cures',
    'He’s start, which learns by itself, breaks at the first step with residuals and does not learn with normalization',
    (facts) =>
      facts.races[0]?.outcome?.divergedAt === 1 &&
      learnedAt(facts, 1) === null &&
      (learnedAt(facts, 2) ?? Infinity) <= 100,
    {
      query:
        'input=circle&width=32&depth=30&act=relu&lr=0.01&steps=200&lane=he_normal;rescue=residual&lane=he_normal;rescue=batch_norm&lane=he_normal;rescue=batch_norm,residual',
    },
  ),
  lab(
    'choose/why-these',
    'Xavier with tanh, He with ReLU, LeCun with SELU: all three healthy',
    (facts) => [0, 1, 2].every((lane) => verdict(facts, lane) === 'healthy'),
  ),
  ...(
    [
      ['linear', true],
      ['tanh', true],
      ['relu', true],
      ['selu', true],
      ['sigmoid', false],
    ] as const
  ).map(([act, some]) =>
    lab(
      'choose/table',
      some ? `some rule does for ${act}` : `for ${act} none does`,
      (facts) => facts.lanes.some((_, lane) => verdict(facts, lane) === 'healthy') === some,
      {
        query: `in=512&depth=20&width=128&out=512&batch=64&act=${act}&lane=random_normal(std=0.1)&lane=lecun_normal&lane=xavier_normal&lane=he_normal`,
      },
    ),
  ),
  lab(
    'choose/table',
    'Xavier and LeCun differ on a net that narrows: one keeps the mean of both ways, one the way forward',
    (facts) =>
      near(std(facts, 0, -1), 1, 0.3) &&
      gradient(facts, 0, 1) > 1.3 * gradient(facts, 1, 1) &&
      std(facts, 1, 1) > 1.1 * std(facts, 0, 1),
    {
      query:
        'in=512&depth=20&width=128&out=512&batch=64&act=linear&lane=lecun_normal&lane=xavier_normal',
    },
  ),
  lab(
    'choose/quiz/xavier-relu',
    'the mean square halves, so the spread ends near 2⁻¹⁰',
    (facts) => Math.abs(Math.log2(rms(facts, 0, 20)) + 10) < 1,
  ),
  lab(
    'choose/quiz/he-tanh',
    'the spread is larger than Xavier’s, the gradient grows on its way back',
    (facts) =>
      std(facts, 0, -1) > 2 * std(facts, 1, -1) && gradient(facts, 0, 1) > gradient(facts, 0, -1),
    { query: 'lane=he_normal&lane=xavier_normal&act=tanh&depth=20&width=256' },
  ),
  lab('choose/quiz/linear-400', 'after ten layers the spread is 2¹⁰', (facts) =>
    near(std(facts, 0, -1), 2 ** 10, 0.2),
  ),
  lab('choose/quiz/shapes', 'equal variance, spreads within an eighth', (facts) =>
    alike([std(facts, 0, -1), std(facts, 1, -1)], 1.125),
  ),
  lab('choose/quiz/tanh-100', 'a small signal that narrows ever more slowly', (facts) => {
    const [ten, fifty, hundred] = [10, 50, 100].map((l) => std(facts, 0, l));
    const early = ((fifty ?? 0) / (ten ?? 1)) ** (1 / 40);
    const late = ((hundred ?? 0) / (fifty ?? 1)) ** (1 / 50);
    return (hundred ?? 0) > 0.05 && early < late && late < 1;
  }),
  lab(
    'choose/quiz/he-tanh',
    'ReLU would not forgive a factor of two: twice He’s variance explodes',
    (facts) => verdict(facts, 0) === 'exploding',
    { query: 'lane=variance_scaling(scale=4)&depth=20&width=256' },
  ),
  lab('choose/quiz/fan-out', 'forward the variance is kept', (facts) =>
    near(std(facts, 0, 1), 1, 0.06),
  ),
  lab(
    'choose/beyond',
    'orthogonal weights keep lengths exactly, forward and back',
    (facts) =>
      alike(
        layersOf(facts, 1).map(({ activations }) => activations.rms),
        1.0001,
      ) &&
      alike(
        layersOf(facts, 1).map(({ gradients }) => gradients?.rms ?? Number.NaN),
        1.0001,
      ),
  ),
  lab(
    'choose/beyond',
    'on linear layers LSUV has nothing to correct: it lies on the orthogonal line',
    (facts) =>
      layersOf(facts, 2).length > 0 &&
      layersOf(facts, 2).every(({ activations }, i) =>
        near(activations.rms, rms(facts, 1, i + 1), 1e-3),
      ),
  ),
  lab(
    'choose/beyond',
    'Xavier keeps them on average only',
    (facts) =>
      !alike(
        layersOf(facts, 0).map(({ activations }) => activations.rms),
        1.05,
      ),
  ),
  lab(
    'choose/sheet',
    'no start of the sheet is healthy under sigmoid',
    ({ lanes }) =>
      lanes.length === 6 && lanes.every((lane) => lane?.outcome.verdict.id !== 'healthy'),
    { query: `${SHEET}&act=sigmoid` },
  ),
  lab(
    'choose/sheet',
    'under ReLU one start of the sheet is healthy: He',
    ({ lanes }) =>
      lanes.filter((lane) => lane?.outcome.verdict.id === 'healthy').length === 1 &&
      lanes[4]?.outcome.verdict.id === 'healthy',
    { query: `${SHEET}&act=relu` },
  ),
];
