/** The claims of this chapter, checked against the engine. */
import { neuronStd } from '../../engine/lecture/neuronSums.ts';
import {
  alike,
  gradient,
  lab,
  layer,
  layersOf,
  learnedAt,
  near,
  race,
  std,
  steps,
  tails,
  verdict,
  weightGradient,
} from '../facts/claim.ts';
import type { Claim } from '../facts/claim.ts';

export const CLAIMS: readonly Claim[] = [
  lab('xavier/one-neuron', 'the spread of a sum grows like √n', () =>
    [1, 4, 16, 64, 100, 128].every((n) => near(neuronStd(n), Math.sqrt(n), 0.05)),
  ),
  lab(
    'xavier/variance-rule',
    'Var(z) = n Var(w) Var(x): 256 times, with 1/n the same, with 0.1 the spread 1.6 times',
    (facts) =>
      steps([1, 2, 3].map((l) => std(facts, 0, l) ** 2)).every((factor) =>
        near(factor, 256, 0.1),
      ) &&
      [1, 2, 3].every((l) => near(std(facts, 1, l), 1, 0.1)) &&
      steps([1, 2, 3].map((l) => std(facts, 2, l))).every((factor) => near(factor, 1.6, 0.1)),
  ),
  lab('xavier/uniform-or-normal', 'the same spread from weights of another shape', (facts) =>
    near(std(facts, 0, 1), std(facts, 1, 1), 0.03),
  ),
  lab(
    'xavier/uniform-or-normal',
    'z of layer 1 is a bell with either shape; h of tanh has two humps',
    (facts) =>
      [0, 1].every((lane) => {
        const { preActivations: z, activations: h } = layer(facts, lane, 1) ?? {};
        // `tails` is 3.0 for a normal distribution, 1.9 for a uniform one, and less for two humps.
        return z !== undefined && h !== undefined && near(tails(z), 3, 0.1) && tails(h) < 1.8;
      }),
  ),
  ...[16, 100, 1024].map((width) =>
    lab(
      'xavier/tanh-alive',
      `Xavier keeps its last spread at width ${width}`,
      (facts) => near(std(facts, 0, -1), 0.23, 0.15) && verdict(facts, 0) === 'healthy',
      { query: `lane=xavier_normal&act=tanh&depth=10&width=${width}`, seeds: [1] },
    ),
  ),
  lab(
    'xavier/tanh-alive',
    'the fixed 0.1 dies out narrow, suits a width between, saturates wide',
    (facts) =>
      verdict(facts, 0) === 'vanishing' &&
      verdict(facts, 1) === 'healthy' &&
      verdict(facts, 2) === 'saturated',
    {
      query: [16, 100, 1024]
        .map((width) => `lane=random_normal(std=0.1);width=${width}`)
        .join('&')
        .concat('&act=tanh&depth=10'),
      seeds: [1],
    },
  ),
  lab('xavier/tanh-alive', 'it still narrows slowly', (facts) =>
    steps(layersOf(facts, 1).map(({ activations }) => activations.std)).every(
      (factor) => factor > 0.7 && factor < 1,
    ),
  ),
  lab(
    'xavier/figures',
    'under the standard rule activations narrow with depth, gradients towards the input',
    (facts) =>
      steps([1, 2, 3, 4, 5].map((l) => std(facts, 0, l))).every((factor) => factor < 0.7) &&
      steps([1, 2, 3, 4, 5].map((l) => gradient(facts, 0, l))).every((factor) => factor > 1.4),
    { seeds: [1] },
  ),
  lab(
    'xavier/figures',
    'for each rule, weight gradients are alike in all layers; a quarter as large under the standard one',
    (facts) =>
      [0, 1].every((lane) =>
        alike(
          layersOf(facts, lane).map(({ weightGradients }) => weightGradients?.std ?? Number.NaN),
          1.2,
        ),
      ) && weightGradient(facts, 0, 1) < 0.3 * weightGradient(facts, 1, 1),
    { seeds: [1] },
  ),
  lab(
    'xavier/figures',
    'under the standard rule weight gradients are the smaller the deeper the net',
    (facts) => weightGradient(facts, 1, 1) < 0.2 * weightGradient(facts, 0, 1),
    {
      query:
        'lane=pytorch_linear;depth=5&lane=pytorch_linear;depth=10&act=tanh&width=256&batch=256',
    },
  ),
  race(
    'xavier/sigmoid-again',
    'Xavier stays at chance; tanh and four times Xavier learn',
    (facts) =>
      learnedAt(facts, 0) === null &&
      near(facts.races[0]?.records.at(-1)?.accuracy ?? 0, 0.5, 0.1) &&
      learnedAt(facts, 1) !== null &&
      learnedAt(facts, 2) !== null,
  ),
];
