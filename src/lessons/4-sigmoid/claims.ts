/** The claims of this chapter, checked against the engine. */
import { startChecks } from '../../engine/measure/startChecks.ts';
import {
  gradient,
  keptOf,
  lab,
  layer,
  layersOf,
  near,
  saturated,
  std,
  steps,
  verdict,
} from '../facts/claim.ts';
import type { Claim } from '../facts/claim.ts';

export const CLAIMS: readonly Claim[] = [
  lab('sigmoid/small', 'nearly all pre-activations lie on the straight part', (facts) =>
    layersOf(facts, 0).every(
      ({ preActivations: { quantiles } }) =>
        Math.max(-(quantiles[0] ?? Infinity), quantiles[4] ?? Infinity) < 1,
    ),
  ),
  lab(
    'sigmoid/small',
    'from layer 2 on the spread of all outputs stays, around ½',
    (facts) =>
      near(std(facts, 0, -1), std(facts, 0, 2), 0.2) &&
      near(layer(facts, 0, -1)?.activations.mean ?? 0, 0.5, 0.02),
  ),
  lab(
    'sigmoid/small',
    'the spread between examples falls a millionfold',
    (facts) =>
      (layer(facts, 0, -1)?.exampleStd ?? 1) < 1e-6 * (layer(facts, 0, 1)?.exampleStd ?? 0),
  ),
  lab(
    'sigmoid/small',
    'what is left of the spread is the difference between units: one example alone has it as well',
    (facts) => near(std(facts, 0, -1), std(facts, 1, -1), 0.02),
    {
      query:
        'act=sigmoid&depth=10&width=256&lane=xavier_normal(gain=0.25);batch=1&lane=xavier_normal(gain=0.25)',
    },
  ),
  lab(
    'sigmoid/large',
    'the weights are 32 times Xavier',
    (facts) =>
      near(
        (layer(facts, 0, 2)?.weights.std ?? 0) / (layer(facts, 1, 2)?.weights.std ?? 1),
        32,
        0.02,
      ),
    { query: 'act=sigmoid&depth=10&width=256&lane=random_normal(std=2)&lane=xavier_normal' },
  ),
  lab(
    'sigmoid/large',
    'most units of every layer are saturated, yet the gradient’s spread is large',
    (facts) => saturated(facts, 0, -1) > 0.75 && gradient(facts, 0, 1) > 1,
  ),
  lab(
    'sigmoid/quarter',
    'every layer loses the same factor of the gradient, about a quarter',
    (facts) =>
      steps(layersOf(facts, 0).map((_, i) => gradient(facts, 0, i + 1))).every(
        (factor) => factor > 4 && factor < 5,
      ),
  ),
  lab(
    'sigmoid/search',
    'at 1 × next to nothing reaches layer 1; at 4 × thousands of times as much',
    (facts) => gradient(facts, 0, 1) < 1e-5 && gradient(facts, 2, 1) > 1000 * gradient(facts, 0, 1),
  ),
  lab('sigmoid/search', 'at 4 × the signal shrinks about as much as the gradient', (facts) => {
    const kept = startChecks(layersOf(facts, 2));
    const ratio = (kept?.forward.ratio ?? 0) / (kept?.backward?.ratio ?? 1);
    return ratio > 0.4 && ratio < 2.5 && (kept?.forward.ratio ?? 1) < 0.1;
  }),
  lab(
    'sigmoid/search',
    'at 6 × more than a third of layer 1 is saturated',
    (facts) => saturated(facts, 3, 1) > 1 / 3,
  ),
  lab(
    'sigmoid/search',
    'at 10 × signal and gradient are nearly kept, and most of layer 1 is saturated',
    (facts) =>
      (startChecks(layersOf(facts, 5))?.forward.ratio ?? 0) > 0.2 &&
      gradient(facts, 5, 1) > 0.5 * gradient(facts, 5, -1) &&
      saturated(facts, 5, 1) > 0.5,
  ),
  lab(
    'sigmoid/next',
    '0.25 × and 4 × keep neither size, 10 × keeps both and is half saturated',
    (facts) =>
      keptOf(facts).join() === 'true false false,true false false,true true true' &&
      verdict(facts, 2) === 'saturated',
  ),
  ...[1.5, 2.5, 3, 3.5, 4.5, 5, 7, 9].map((gain) =>
    lab(
      'sigmoid/search',
      `nor does ${gain} × satisfy all three`,
      (facts) => verdict(facts, 0) !== 'healthy',
      { query: `act=sigmoid&depth=10&width=256&lane=xavier_normal(gain=${gain})`, seeds: [1] },
    ),
  ),
];
