/** The claims of each answer about its two lanes, checked against the engine. */
import { startChecks } from '../../engine/measure/startChecks.ts';
import { layer, layersOf, near, rms, std, verdict } from '../facts/claim.ts';
import type { Facts } from '../facts/facts.ts';

export interface AnswerClaim {
  readonly says: string;
  readonly holds: (facts: Facts) => boolean;
  /** Further seeds to check; none if the stage is about one draw. */
  readonly seeds?: readonly number[];
}

const gradientRms = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.gradients?.rms ?? Number.NaN;
const weightStd = (facts: Facts, lane: number): number =>
  layersOf(facts, lane)[0]?.weights.std ?? Number.NaN;
const learns = ({ races }: Facts, lane: number): boolean => races[lane]?.outcome?.learnedAt != null;
const step = ({ races }: Facts, lane: number): number =>
  races[lane]?.outcome?.learnedAt ?? Infinity;
const loss = ({ races }: Facts, lane: number, at: number): number =>
  races[lane]?.records.at(at)?.loss ?? Number.NaN;
const firstGradient = ({ races }: Facts, lane: number, at = 0): number =>
  races[lane]?.records.at(at)?.firstLayerGradient ?? Number.NaN;
const kept = (facts: Facts, lane: number) => startChecks(layersOf(facts, lane));
const alone = (facts: Facts): boolean => !learns(facts, 0) && learns(facts, 1);
const diverges = ({ races }: Facts, lane: number): boolean =>
  races[lane]?.outcome?.divergedAt != null;
const sameSpreads = (share: number) => (facts: Facts) =>
  near(std(facts, 0, -1), std(facts, 1, -1), share);
const ln = Math.log;

export const ANSWER_CLAIMS: Readonly<Record<string, AnswerClaim>> = {
  'why-not-zero': { says: 'zero does not learn, Xavier does', holds: alone },
  'why-not-a-constant': {
    says: 'the constant stays one unit per layer, Xavier learns',
    holds: (facts) =>
      alone(facts) && facts.races[0]?.records.at(-1)?.distinctUnits.join() === '1,1',
  },
  'logistic-regression-from-zero': {
    says: 'without a hidden layer zero learns, no later than random weights',
    holds: (facts) => learns(facts, 0) && step(facts, 0) <= step(facts, 1),
  },
  'when-is-zero-right': {
    says: 'zero branches beside a path that carries the input learn; zero alone does not',
    holds: (facts) => learns(facts, 0) && !learns(facts, 1),
  },
  'both-factors-zero': {
    says: 'with both factors zero no gradient ever arrives below',
    holds: (facts) =>
      (facts.races[0]?.records ?? []).every(({ firstLayerGradient }) => firstLayerGradient === 0) &&
      learns(facts, 1),
  },
  'zero-with-relu': {
    says: 'no weight gets any gradient from zero, all of them from He',
    holds: (facts) =>
      layersOf(facts, 0).every(({ weightGradients }) => weightGradients?.zero === 1) &&
      layersOf(facts, 1).every(({ weightGradients }) => (weightGradients?.std ?? 0) > 0),
  },
  'zero-never-works': {
    says: 'softmax regression learns from zero, no later than from 0.1',
    holds: (facts) => learns(facts, 0) && step(facts, 0) <= step(facts, 1),
  },
  'uniform-or-normal': { says: 'ten layers on, the spreads are alike', holds: sameSpreads(0.2) },
  'why-gaussian': {
    says: 'the sums are as wide from either shape',
    holds: (facts) =>
      layersOf(facts, 0).every(({ preActivations }, i) =>
        near(preActivations.std, layersOf(facts, 1)[i]?.preActivations.std ?? 0, 0.1),
      ),
  },
  'why-truncated': {
    says: 'cut at two spreads, the real one is 0.88 of the written one',
    holds: (facts) =>
      near(weightStd(facts, 0) / weightStd(facts, 1), 0.8796, 0.02) &&
      (layersOf(facts, 0)[0]?.weights.max ?? 1) <= 0.2000001,
  },
  'rand-or-randn': {
    says: 'rand has mean ½ and spread 0.29, randn 0 and 1',
    holds: (facts) => {
      const [rand, randn] = [layersOf(facts, 0)[1]?.weights, layersOf(facts, 1)[1]?.weights];
      return (
        near(rand?.mean ?? 0, 0.5, 0.05) &&
        near(rand?.std ?? 0, 1 / Math.sqrt(12), 0.05) &&
        Math.abs(randn?.mean ?? 1) < 0.1 &&
        near(randn?.std ?? 0, 1, 0.05)
      );
    },
  },
  'randn-beats-rand': {
    says: 'with equal variance both keep signal and gradient alike',
    holds: (facts) =>
      sameSpreads(0.15)(facts) && near(gradientRms(facts, 0, 1), gradientRms(facts, 1, 1), 0.3),
  },
  'why-orthogonal': {
    says: 'orthogonal keeps lengths exactly over fifty layers, independent draws only on average',
    holds: (facts) =>
      near(rms(facts, 0, -1), rms(facts, 0, 1), 1e-3) &&
      !near(rms(facts, 1, -1), rms(facts, 1, 1), 0.02),
  },
  'xavier-or-he': {
    says: 'under ReLU Xavier vanishes, He stays healthy',
    holds: (facts) => verdict(facts, 0) === 'vanishing' && verdict(facts, 1) === 'healthy',
  },
  'is-xavier-outdated': {
    says: 'Xavier is healthy under tanh and vanishes under ReLU',
    holds: (facts) => verdict(facts, 0) === 'healthy' && verdict(facts, 1) === 'vanishing',
  },
  'why-keep-the-variance': {
    says: 'half the variance per layer is 2⁻¹⁵ of the spread after thirty',
    holds: (facts) =>
      near(std(facts, 0, -1) / std(facts, 1, -1), 2 ** -15, 0.05) &&
      near(std(facts, 1, -1), 1, 0.5),
  },
  'fan-in-or-fan-out': {
    says: 'where a layer narrows from 512 to 128, fan-out makes its sums twice as large',
    holds: (facts) =>
      near(
        (layersOf(facts, 1)[0]?.preActivations.std ?? 0) /
          (layersOf(facts, 0)[0]?.preActivations.std ?? 1),
        2,
        0.05,
      ) && near(std(facts, 1, -1) / std(facts, 0, -1), 2, 0.1),
  },
  'gain-for-gelu': {
    says: 'He’s 2 loses signal under GELU, 2.35 makes it grow',
    holds: (facts) =>
      rms(facts, 0, -1) < 0.7 * rms(facts, 0, 1) && rms(facts, 1, -1) > 1.5 * rms(facts, 1, 1),
  },
  'why-root-two': {
    says: 'dividing by the spread instead of the root mean square explodes',
    holds: (facts) => verdict(facts, 0) === 'healthy' && rms(facts, 1, -1) > 10 * rms(facts, 0, -1),
  },
  'relu-mean-zero': {
    says: 'ReLU’s outputs have a mean, and He keeps the size all the same',
    holds: (facts) =>
      verdict(facts, 0) === 'healthy' &&
      (layersOf(facts, 0)[0]?.activations.mean ?? 0) > 0.5 * rms(facts, 0, 1) &&
      Math.abs(layersOf(facts, 1)[0]?.activations.mean ?? 1) < 0.1,
  },
  'xavier-suits-sigmoid': { says: 'Xavier does not learn, four times Xavier does', holds: alone },
  'fans-of-a-convolution': {
    says: 'forgetting the nine taps makes the signal explode',
    holds: (facts) => rms(facts, 1, -1) > 50 * rms(facts, 0, -1),
  },
  'why-root-five': {
    says: 'the two are the same weights',
    holds: (facts) => near(weightStd(facts, 0), weightStd(facts, 1), 1e-6),
  },
  'is-one-third-a-bug': {
    says: 'a third of the mean square is left per layer, forward and back',
    holds: (facts) =>
      near((rms(facts, 0, -1) / rms(facts, 0, 1)) ** (2 / 19), 1 / 3, 0.05) &&
      near((gradientRms(facts, 0, 1) / gradientRms(facts, 0, -1)) ** (2 / 19), 1 / 3, 0.05) &&
      near(rms(facts, 1, -1), 1, 0.6),
  },
  'which-xavier': {
    says: 'on 64 inputs and 256 outputs the two differ by a factor of 1.58',
    holds: (facts) => near(weightStd(facts, 1) / weightStd(facts, 0), Math.sqrt(2.5), 0.03),
  },
  'jax-and-pytorch': {
    says: 'the spreads differ by √3, and the signal with them',
    holds: (facts) =>
      near(weightStd(facts, 0) / weightStd(facts, 1), Math.sqrt(3), 0.02) &&
      rms(facts, 0, -1) > 1000 * rms(facts, 1, -1),
  },
  'frameworks-choose-he': { says: 'PyTorch’s default does not learn, He does', holds: alone },
  'same-seed-other-weights': {
    says: 'two names of one rule give the same numbers from the same seed',
    holds: (facts) =>
      layersOf(facts, 0).every(
        (layer, i) => layer.activations.std === layersOf(facts, 1)[i]?.activations.std,
      ),
  },
  'order-of-draws': {
    says: 'five layers more change nothing in the first five',
    holds: (facts) =>
      layersOf(facts, 0).every(
        (layer, i) => layer.weights.std === layersOf(facts, 1)[i]?.weights.std,
      ) && layersOf(facts, 1).length === 10,
  },
  biases: {
    says: 'small random biases change little, and both starts are healthy',
    holds: (facts) => verdict(facts, 0) === 'healthy' && verdict(facts, 1) === 'healthy',
  },
  'bias-for-rare-classes': {
    says: 'without the prior 500 steps do not reach the loss that the prior begins with',
    holds: (facts) =>
      near(loss(facts, 0, 0), ln(2), 0.001) && loss(facts, 0, -1) > loss(facts, 1, 0),
  },
  'first-loss': {
    says: 'logits of weights N(0, 1) cost several times ln 10, those of Xavier about ln 10',
    holds: (facts) => loss(facts, 0, 0) > 3 * ln(10) && loss(facts, 1, 0) < 1.3 * ln(10),
  },
  embeddings: {
    says: 'output vectors N(0, 1) cost many times ln 10, those of 0.02 ln 10',
    holds: (facts) => loss(facts, 0, 0) > 3 * ln(10) && near(loss(facts, 1, 0), ln(10), 0.03),
  },
  'a-new-head': {
    says: 'a zero head starts at ln 10 and learns, one of N(0, 1) starts far above',
    holds: (facts) =>
      near(loss(facts, 1, 0), ln(10), 1e-5) &&
      loss(facts, 0, 0) > 3 * ln(10) &&
      loss(facts, 1, -1) < 1.1,
  },
  gpt2: {
    says: 'He’s branches diverge, small ones learn',
    holds: (facts) => diverges(facts, 0) && learns(facts, 1),
  },
  'coordinate-check': {
    says: 'from width 64 to 512 the sizes stay alike',
    holds: (facts) => near(rms(facts, 0, -1), rms(facts, 1, -1), 0.5),
    seeds: [],
  },
  'layer-norm-and-scale': {
    says: 'with layer normalization alone the stream grows to more than twice what scaled branches leave',
    holds: (facts) => rms(facts, 0, -1) > 2 * rms(facts, 1, -1),
  },
  dropout: {
    says: 'with half the units dropped, He diverges and 2p does not',
    holds: (facts) => diverges(facts, 0) && !diverges(facts, 1),
  },
  'last-gamma-zero': {
    says: 'plain residuals diverge; normalized branches learn',
    holds: (facts) => diverges(facts, 0) && learns(facts, 1),
  },
  'rezero-fixup': { says: 'branches that begin at zero learn', holds: (facts) => learns(facts, 0) },
  'batch-norm-fixes-gradients': {
    says: 'with batch normalization the first layer’s gradient is a thousand times larger, and only He alone learns',
    holds: (facts) => firstGradient(facts, 0) > 1000 * firstGradient(facts, 1) && alone(facts),
  },
  'does-it-matter': { says: 'Xavier does not learn, He does', holds: alone },
  'with-batch-norm-and-adam': { says: 'batch normalization rescues a start of 0.01', holds: alone },
  'kaiming-made-it-worse': {
    says: 'He with plain residuals diverges, He alone learns',
    holds: (facts) => diverges(facts, 0) && learns(facts, 1),
  },
  'he-is-always-better': {
    says: 'He diverges, a hundredth of its variance learns',
    holds: (facts) => diverges(facts, 0) && learns(facts, 1),
  },
  'xor-fails': { says: 'two units get stuck where sixteen learn', holds: alone, seeds: [] },
  'only-zeros': {
    says: 'from this seed two units per layer are all zero, sixty-four are not',
    holds: ({ lanes }) =>
      lanes[0]?.outcome.firstAllZeroLayer != null && lanes[1]?.outcome.firstAllZeroLayer === null,
    seeds: [],
  },
  'nan-in-the-first-steps': {
    says: 'N(0, 1) overflows half precision, He does not',
    holds: ({ lanes }) =>
      lanes[0]?.outcome.firstNonFiniteLayer != null &&
      lanes[1]?.outcome.firstNonFiniteLayer === null,
  },
  'half-precision': {
    says: '0.01 is rounded to zero within ten layers, He is not',
    holds: ({ lanes }) =>
      lanes[0]?.outcome.firstAllZeroLayer != null && lanes[1]?.outcome.firstAllZeroLayer === null,
  },
  'how-to-check': {
    says: 'PyTorch’s default keeps neither size, He both',
    holds: (facts) =>
      kept(facts, 0)?.forward.kept === false &&
      kept(facts, 1)?.forward.kept === true &&
      kept(facts, 1)?.backward?.kept === true,
  },
  'was-it-applied': {
    says: 'He’s spread is √6 times that of PyTorch’s default',
    holds: (facts) => near(weightStd(facts, 0) / weightStd(facts, 1), Math.sqrt(6), 0.02),
  },
  'everything-by-layer': {
    says: 'every layer has activations and gradients; Xavier’s shrink both ways',
    holds: (facts) =>
      std(facts, 0, -1) < std(facts, 0, 1) / 4 &&
      gradientRms(facts, 0, 1) < gradientRms(facts, 0, -1) / 4,
  },
  'reading-histograms': {
    says: 'N(0, 1) saturates tanh, Xavier does not',
    holds: (facts) => verdict(facts, 0) === 'saturated' && verdict(facts, 1) === 'healthy',
  },
};
