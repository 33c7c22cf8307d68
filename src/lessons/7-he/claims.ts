/** The claims of this chapter, checked against the engine. */
import { layerFactors } from '../../engine/lecture/layerFactors.ts';
import {
  finalLoss,
  firstLoss,
  gradient,
  lab,
  layer,
  layersOf,
  learnedAt,
  near,
  race,
  rms,
  std,
  steps,
  verdict,
} from '../facts/claim.ts';
import type { Claim } from '../facts/claim.ts';

export const CLAIMS: readonly Claim[] = [
  lab('he/xavier-under-relu', 'every layer loses the same factor', (facts) =>
    steps(layersOf(facts, 0).map(({ activations }) => activations.rms)).every(
      (factor) => factor > 0.55 && factor < 0.85,
    ),
  ),
  lab('he/half', 'ReLU keeps half of the mean square', (facts) =>
    layersOf(facts, 0).every(({ preActivations: z, activations: h }) =>
      near(h.rms ** 2, z.rms ** 2 / 2, 0.1),
    ),
  ),
  lab(
    'he/half',
    'ten layers: a factor of a thousand in variance; thirty: a thousand million',
    (facts) =>
      // 2⁻¹⁰ and 2⁻³⁰ for an input of mean square 1, up to the random variation of one draw per layer.
      Math.abs(Math.log2(rms(facts, 0, 10) ** 2) + 10) < 1.5 &&
      Math.abs(Math.log2(rms(facts, 0, 30) ** 2) + 30) < 2.5,
    { query: 'lane=xavier_normal&depth=30&width=256&backward=0' },
  ),
  lab(
    'he/recipe',
    'the first draw explodes; scaled and without biases it is healthy',
    (facts) => verdict(facts, 0) === 'exploding' && verdict(facts, 1) === 'healthy',
    {
      query:
        'lane=random_normal(std=1);bias=random_normal(std=1)&lane=random_normal(std=0.0883883)&depth=10&width=256',
    },
  ),
  lab(
    'he/half',
    'on the way back half of the gradient’s mean square is lost, too',
    (facts) =>
      // Half of the normal distribution of z is on the side where the slope is 0.
      near((gradient(facts, 0, 1) / gradient(facts, 0, 30)) ** (2 / 29), 1 / 2, 0.1),
    { query: 'lane=xavier_normal&act=relu&depth=30&width=256' },
  ),
  lab(
    'he/recipe',
    'the variance of the sums is made of mean squares, though the inputs have a mean',
    (facts) =>
      layersOf(facts, 0)
        .slice(1)
        .every(({ preActivations: z, weights: w, fanIn }, i) => {
          const { rms: size = 0, mean = 0 } = layer(facts, 0, i + 1)?.activations ?? {};
          return mean > 0.3 * size && near(z.rms ** 2, fanIn * w.std ** 2 * size ** 2, 0.15);
        }),
    { query: 'lane=he_normal&act=relu&depth=10&width=256' },
  ),
  race(
    'he/race-22',
    'what arrives stays: Xavier ends with all right',
    (facts) => [0, 1].every((lane) => (facts.races[lane]?.records.at(-1)?.accuracy ?? 0) > 0.98),
    { seeds: [2, 3, 4, 5] },
  ),
  race('he/race-22', 'He arrives early, Xavier several times later, the default never', (facts) => {
    const [xavier, he, standard] = [0, 1, 2].map((lane) => learnedAt(facts, lane));
    return xavier != null && he != null && xavier > 3 * he && standard === null;
  }),
  race(
    'he/race-22',
    'nor does it with the biases that PyTorch draws',
    (facts) => learnedAt(facts, 0) === null,
    {
      query:
        'input=circle&width=32&lr=0.01&steps=1500&act=relu&depth=22&lane=pytorch_linear;bias=pytorch_linear',
    },
  ),
  race(
    'he/race-30',
    'Xavier does not move: its loss stays at ln 2, its first gradient ten thousand times smaller',
    (facts) => {
      const [xavier = 0, he = 0] = facts.races.map(
        (each) => each?.records[0]?.firstLayerGradient ?? 0,
      );
      return (
        near(finalLoss(facts, 0), Math.LN2, 0.01) &&
        he > 1e4 * xavier &&
        learnedAt(facts, 1) !== null
      );
    },
  ),
  race(
    'he/rate',
    'a larger rate leaves Xavier at ln 2; He learns at 0.01, is on its way at 0.0001, not at 1',
    (facts) =>
      [0, 1].every((lane) => near(finalLoss(facts, lane), Math.LN2, 0.05)) &&
      learnedAt(facts, 3) !== null &&
      [2, 4].every((lane) => learnedAt(facts, lane) === null) &&
      finalLoss(facts, 2) < firstLoss(facts, 2),
  ),
  lab(
    'he/convolution',
    'a 3 × 3 convolution of 64 channels has 576 inputs and outputs, and He draws with 0.059',
    (facts) => {
      const { fanIn, fanOut, weights } = layer(facts, 0, 1) ?? {};
      return fanIn === 576 && fanOut === 576 && near(weights?.std ?? 0, 0.058926, 0.02);
    },
  ),
  lab('he/border', 'a corner is fed by four of nine places', (facts) => {
    const [first] = layersOf(facts, 0);
    const theory = first?.places?.theory ?? [];
    return near((theory[0] ?? 0) / (theory[27] ?? 1), 4 / 9, 0.15);
  }),
  lab(
    'he/border',
    'after ten layers zero padding has a third of the mean square of circular padding',
    // Both lanes use the same draws, so their random variation cancels. Theory gives 0.353.
    (facts) => near((rms(facts, 0, -1) / rms(facts, 1, -1)) ** 2, 0.353, 0.25),
  ),
  lab('he/border', 'the dark rim grows inwards', (facts) => {
    // Theoretical mean square at a corner of each ring, relative to the middle.
    const rings = (l: number): readonly number[] => {
      const squares = layer(facts, 0, l)?.places?.theory ?? [];
      return [0, 9, 18].map(
        (place) => (squares[place] ?? Number.NaN) / (squares[27] ?? Number.NaN),
      );
    };
    const [first, tenth] = [rings(1), rings(10)];
    return first.every((share, ring) => share > (tenth[ring] ?? Number.NaN) + 0.01);
  }),
  race(
    'he/race-digits',
    'He learns; Xavier and the default end at ln 10',
    (facts) =>
      finalLoss(facts, 1) < 1 &&
      [0, 2].every((lane) => near(finalLoss(facts, lane), Math.log(10), 0.01)),
    { seeds: [] },
  ),
  race(
    'he/race-digits',
    'at the start each gets a hundredth or less of the gradient of the one before: He, Xavier, the default',
    (facts) => {
      const first = [1, 0, 2].map((lane) => facts.races[lane]?.records[0]?.firstLayerGradient ?? 0);
      return steps(first).every((factor) => factor < 0.01);
    },
    { seeds: [] },
  ),
  race(
    'he/stall',
    'Xavier learns with 6 layers and stalls with 14, where He learns',
    (facts) =>
      finalLoss(facts, 0) < 1.5 &&
      finalLoss(facts, 1) < 1.5 &&
      near(finalLoss(facts, 3), Math.log(10), 0.02),
    { seeds: [] },
  ),
  race(
    'he/stall',
    'the deeper, the less has been learned; circular padding does not help',
    (facts) =>
      finalLoss(facts, 0) < finalLoss(facts, 2) &&
      finalLoss(facts, 2) < finalLoss(facts, 3) &&
      near(finalLoss(facts, 4), Math.log(10), 0.02),
    { seeds: [] },
  ),
  race('he/stall', 'every layer makes the first gradient of Xavier smaller', (facts) =>
    steps([0, 2, 3].map((lane) => facts.races[lane]?.records[0]?.firstLayerGradient ?? 0)).every(
      (factor) => factor < 0.5,
    ),
  ),
  lab('he/hundred', 'N(0, 1) overflows float32 in layer 28 or 29', (facts) => {
    const first = facts.lanes[0]?.outcome.firstNonFiniteLayer;
    return first === 28 || first === 29;
  }),
  lab('he/hundred', '0.01 underflows to zeros around layer 70', (facts) => {
    const first = facts.lanes[1]?.outcome.firstAllZeroLayer ?? 0;
    return first >= 68 && first <= 72;
  }),
  lab(
    'he/hundred',
    'Xavier with tanh and He with ReLU stay alive through all hundred',
    (facts) =>
      // With one example the size under He varies randomly, by a factor of a few hundred at most.
      std(facts, 2, 100) > 0.02 && std(facts, 3, 100) > 1e-3 && std(facts, 3, 100) < 1e3,
  ),

  lab(
    'he/next',
    'along a net that narrows and widens again the fans cancel: the gradient ends as it began',
    () => {
      const [narrows, widens] = [
        layerFactors('he', 400, 100, 'relu'),
        layerFactors('he', 100, 400, 'relu'),
      ];
      return (
        near(narrows.forward, 1, 1e-9) &&
        near(narrows.backward, 1 / 4, 1e-9) &&
        near(narrows.backward * widens.backward, 1, 1e-9)
      );
    },
  ),
];
