/** The claims of this chapter, checked against the engine. */
import { NUMBERS } from '../facts/numbers.ts';
import {
  keptOf,
  lab,
  layer,
  layersOf,
  learnedAt,
  near,
  race,
  saturated,
  std,
} from '../facts/claim.ts';
import type { Claim } from '../facts/claim.ts';

export const CLAIMS: readonly Claim[] = [
  lab(
    'random/draw',
    'two weights are practically never equal',
    (facts) => layersOf(facts, 0)[0]?.distinctUnits === 256,
    {
      query: 'lane=random_uniform(min=-0.1,max=0.1)&depth=1&width=256&in=1&backward=0',
    },
  ),
  lab('random/normal', '31.7 % of N(0, 0.1²) lie outside ±0.1', (facts) => {
    const share = NUMBERS.outside(facts, { lane: 1, layer: 1, framework: null });
    // With 65 536 draws, four standard errors are 0.7 %.
    return share !== null && share.kind === 'percent' && Math.abs(share.value - 0.3173) < 0.0075;
  }),
  lab('random/normal', 'the variances differ by a factor of three', (facts) =>
    near(
      ((layer(facts, 1, 1)?.weights.std ?? 0) / (layer(facts, 0, 1)?.weights.std ?? 1)) ** 2,
      3,
      0.03,
    ),
  ),
  race(
    'random/shallow',
    'uniform and normal learn in a shallow net, the constant does not',
    (facts) =>
      learnedAt(facts, 0) === null && learnedAt(facts, 1) !== null && learnedAt(facts, 2) !== null,
  ),
  lab(
    'random/ten-layers',
    'with few units the signal dies out',
    (facts) => std(facts, 0, -1) < 1e-3,
    { query: 'lane=random_normal(std=0.1)&act=tanh&width=16&depth=10' },
  ),
  lab(
    'random/ten-layers',
    'with very many it slams into −1 and 1',
    (facts) => saturated(facts, 0, -1) > 0.3,
    { query: 'lane=random_normal(std=0.1)&act=tanh&width=1024&depth=10', seeds: [1] },
  ),
  ...[
    { width: 64, kept: [false, false, true] },
    { width: 100, kept: [false, true, true] },
    { width: 300, kept: [true, false, true] },
    { width: 1024, kept: [false, false, true] },
  ].map(({ width, kept }) =>
    lab(
      'random/next',
      `at width ${width}, what is kept of ±0.1, 0.1 and the rule: ${kept.join(', ')}`,
      (facts) => keptOf(facts).join() === kept.map((each) => `true ${each} ${each}`).join(),
      {
        query: `lane=random_uniform(min=-0.1,max=0.1)&lane=random_normal(std=0.1)&lane=xavier_normal&act=linear&depth=20&width=${width}`,
        seeds: [1],
      },
    ),
  ),
];
