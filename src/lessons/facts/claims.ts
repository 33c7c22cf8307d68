/**
 * What the lesson says about networks, claim by claim: where it is said, on which stage, and what has to come
 * out of the engine for it to be true. Both languages say the same. Right answers stand in ANSWERS.
 */
import { drawMoments } from '../../engine/rules/draw.ts';
import { frameworkDraw } from '../../engine/lecture/frameworks.ts';
import { layerFactors } from '../../engine/lecture/layerFactors.ts';
import { neuronStd } from '../../engine/lecture/neuronSums.ts';
import { startChecks } from '../../engine/measure/startChecks.ts';
import type { LayerStats, Summary } from '../../engine/types.ts';
import type { Facts } from './facts.ts';
import { NUMBERS } from './numbers.ts';

export interface Claim {
  /** `chapter/step`, of the quiz `chapter/step/question`. */
  readonly at: string;
  readonly says: string;
  readonly kind: 'lab' | 'race';
  /** Another stage than the step's own: what the reader is told to try, or what the text alone speaks of. */
  readonly query?: string;
  /** Besides the stage's own; where the text is general, it holds for others as well. */
  readonly seeds: readonly number[];
  readonly holds: (facts: Facts) => boolean;
}

const ANY_SEED = [1, 2, 3] as const;
const CIRCLE = 'input=circle&depth=2&width=8&lr=0.1&steps=500';

/** The right option of every question, by the key it is remembered under. */
export const ANSWERS: Readonly<Record<string, string>> = {
  'start/does-it-matter': 'fate',
  'start/watch-them-part': 'gradient',
  'zero/all-zero': 'flat',
  'zero/constant': 'one',
  'zero/when-zero-is-right': 'learns',
  'random/normal': 'third',
  'random/ten-layers': 'narrow',
  'sigmoid/small': 'nothing',
  'sigmoid/large': 'few',
  'sigmoid/search': 'no',
  'xavier/one-neuron': 'ten',
  'xavier/two-demands': 'no',
  'xavier/uniform-or-normal': 'nothing',
  'xavier/sigmoid-again': 'fails',
  'frameworks/default': 'different',
  'he/xavier-under-relu': 'thousand',
  'he/race-22': 'two',
  'he/race-30': 'stalls',
  'he/rate': 'one',
  'he/hundred': 'middle',
  'choose/leaky': 'square',
  'choose/cures': 'both',
  'choose/quiz/ones': 'one',
  'choose/quiz/uniform-std': 'root',
  'choose/quiz/linear-400': 'doubles',
  'choose/quiz/xavier-relu': 'half',
  'choose/quiz/shapes': 'alike',
  'choose/quiz/sigmoid-gradient': 'millionth',
  'choose/quiz/tanh-100': 'alive',
  'choose/quiz/he-tanh': 'healthy',
  'choose/quiz/float16': 'early',
  'choose/quiz/fan-out': 'four',
};

const layer = ({ lanes }: Facts, lane: number, l: number): LayerStats | undefined =>
  lanes[lane]?.layers.at(l > 0 ? l - 1 : l);
/** Spread of the activations; −1 is the last layer. */
const std = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.activations.std ?? Number.NaN;
const rms = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.activations.rms ?? Number.NaN;
const gradient = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.gradients?.std ?? Number.NaN;
const weightGradient = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.weightGradients?.std ?? Number.NaN;
/** What layer 1's activation leaves of the mean square. */
const squareLeft = (facts: Facts, lane: number): number => {
  const { preActivations: z, activations: h } = layer(facts, lane, 1) ?? {};
  return z === undefined || h === undefined ? Number.NaN : (h.rms / z.rms) ** 2;
};
/** From 2 to 98 %, over from 25 to 75 %: how far the tails reach. */
const tails = ({ quantiles: [least = 0, low = 0, , high = 0, most = 0] }: Summary): number =>
  (most - least) / (high - low);
const saturated = (facts: Facts, lane: number, l: number): number =>
  layer(facts, lane, l)?.activations.saturated ?? Number.NaN;
const verdict = ({ lanes }: Facts, lane: number): string | undefined =>
  lanes[lane]?.outcome.verdict.id;
const learnedAt = ({ races }: Facts, lane: number): number | null | undefined =>
  races[lane]?.outcome?.learnedAt;
const finalLoss = ({ races }: Facts, lane: number): number =>
  races[lane]?.records.at(-1)?.loss ?? Number.NaN;
const firstLoss = ({ races }: Facts, lane: number): number =>
  races[lane]?.records[0]?.loss ?? Number.NaN;
const distinct = ({ races }: Facts, lane: number): readonly number[] =>
  races[lane]?.records.at(-1)?.distinctUnits ?? [];

/** Within this share of it. */
const near = (value: number, wanted: number, share: number): boolean =>
  Math.abs(value / wanted - 1) <= share;
/** The largest at most `factor` times the smallest. */
const alike = (values: readonly number[], factor: number): boolean =>
  Math.max(...values) <= factor * Math.min(...values);
const layersOf = ({ lanes }: Facts, lane: number): readonly LayerStats[] =>
  lanes[lane]?.layers ?? [];
/** Each value over the one before. */
const steps = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, i) => value / (values[i] ?? Number.NaN));

/** The three questions, lane by lane: units different, signal kept, gradient kept. */
const keptOf = ({ lanes }: Facts): readonly string[] =>
  lanes.map((lane) => {
    const checks = startChecks(lane?.layers ?? []);
    return [checks?.different, checks?.forward, checks?.backward]
      .map((check) => String(check?.kept))
      .join(' ');
  });

const lab = (
  at: string,
  says: string,
  holds: Claim['holds'],
  more: Partial<Pick<Claim, 'query' | 'seeds'>> = {},
): Claim => ({ kind: 'lab', at, says, holds, seeds: ANY_SEED, ...more });

const race = (
  at: string,
  says: string,
  holds: Claim['holds'],
  more: Partial<Pick<Claim, 'query' | 'seeds'>> = {},
): Claim => ({ kind: 'race', at, says, holds, seeds: ANY_SEED, ...more });

export const CLAIMS: readonly Claim[] = [
  race('start/does-it-matter', 'two of the four starts learn: Xavier and He', (facts) =>
    [0, 1, 2, 3].every((lane) => (learnedAt(facts, lane) === null) === lane < 2),
  ),
  race(
    'start/watch-them-part',
    'the loss starts at ln 2 or a little above in every lane',
    (facts) =>
      // He’s outputs are as large as its input: they cost a little more than a guess.
      [0, 1, 2, 3].every((lane) => {
        const above = firstLoss(facts, lane) - Math.LN2;
        return above > -1e-6 && above < (lane === 3 ? 0.3 : 0.001);
      }),
  ),
  race(
    'start/watch-them-part',
    'the first gradient puts the lanes in the order of their fates',
    (facts) => {
      const first = facts.races.map((each) => each?.records[0]?.firstLayerGradient ?? Number.NaN);
      return first[0] === 0 && steps(first.slice(1)).every((factor) => factor > 10);
    },
  ),
  race('start/watch-them-part', 'the lane whose loss begins highest learns first', (facts) => {
    const first = [0, 1, 2, 3].map((lane) => firstLoss(facts, lane));
    const arrived = [0, 1, 2, 3].map((lane) => learnedAt(facts, lane) ?? Infinity);
    return (
      first.indexOf(Math.max(...first)) === arrived.indexOf(Math.min(...arrived)) &&
      Math.min(...arrived) < Infinity
    );
  }),
  lab(
    'start/before-training',
    'where the histograms narrow with depth, the gradient shrinks on its way back',
    (facts) =>
      [1, 2].every(
        (lane) =>
          std(facts, lane, -1) < std(facts, lane, 1) / 10 &&
          gradient(facts, lane, 1) < gradient(facts, lane, -1) / 10,
      ),
  ),
  lab(
    'start/before-training',
    'only He keeps the spread under ReLU; zero is one unit',
    (facts) =>
      facts.lanes.map((_, lane) => verdict(facts, lane)).join() ===
      'symmetric,vanishing,vanishing,healthy',
  ),

  race(
    'zero/all-zero',
    'the loss starts at ln 2 and stays',
    (facts) =>
      near(firstLoss(facts, 0), Math.LN2, 1e-6) && near(finalLoss(facts, 0), Math.LN2, 0.005),
  ),
  lab('zero/why-flat', 'with tanh, nothing comes forward and no gradient comes back', (facts) =>
    layersOf(facts, 0).every(
      ({ activations, gradients, weightGradients }) =>
        activations.zero === 1 && gradients?.zero === 1 && weightGradients?.zero === 1,
    ),
  ),
  lab(
    'zero/why-flat',
    'with sigmoid, every unit puts out ½ and the hidden layers get no gradient at the first step',
    (facts) =>
      layersOf(facts, 0).every(
        ({ activations, weightGradients, distinctUnits }) =>
          activations.min === 0.5 &&
          activations.max === 0.5 &&
          weightGradients?.zero === 1 &&
          distinctUnits === 1,
      ),
    { query: 'input=circle&depth=2&width=8&act=sigmoid&lane=zeros' },
  ),
  race(
    'zero/why-flat',
    'with sigmoid, the units of a layer stay equal however long it trains',
    (facts) => distinct(facts, 0).join() === '1,1' && learnedAt(facts, 0) === null,
    { query: `${CIRCLE}&act=sigmoid&lane=zeros` },
  ),
  race(
    'zero/why-flat',
    'with sigmoid, the layers below the output get a gradient later, and the loss stays',
    (facts) => {
      const [first, later] = facts.races[0]?.records ?? [];
      return (
        first?.firstLayerGradient === 0 &&
        (later?.firstLayerGradient ?? 0) > 0 &&
        near(finalLoss(facts, 0), Math.LN2, 0.005)
      );
    },
    { query: `${CIRCLE}&act=sigmoid&lane=zeros` },
  ),
  race('zero/constant', 'at the first step nothing comes back to the first layer', (facts) => {
    const [first, later] = facts.races[0]?.records ?? [];
    return first?.firstLayerGradient === 0 && (later?.firstLayerGradient ?? 0) > 0;
  }),
  race(
    'zero/constant',
    'the loss falls a little, in lock step, and nothing is learned',
    (facts) =>
      finalLoss(facts, 0) < firstLoss(facts, 0) - 0.01 &&
      learnedAt(facts, 0) === null &&
      distinct(facts, 0).join() === '1,1',
  ),
  race(
    'zero/symmetry',
    'random biases break the symmetry as random weights do, and learn less',
    (facts) =>
      distinct(facts, 0).join() === '1,1' &&
      distinct(facts, 1).join() === '8,8' &&
      distinct(facts, 2).join() === '8,8' &&
      learnedAt(facts, 0) === null &&
      learnedAt(facts, 1) === null &&
      learnedAt(facts, 2) !== null &&
      [1, 2].every((lane) => facts.races[lane]?.records[0]?.distinctUnits.join() === '8,8'),
  ),
  race(
    'zero/nudge',
    'a weight pushed in the first layer makes one unit different; its twins stay twins',
    (facts) => distinct(facts, 0).join() === '2,1',
    { query: `${CIRCLE}&act=tanh&lane=constant(value=0.5)&nudge=1,3,1,0.1` },
  ),
  race(
    'zero/nudge',
    'a weight pushed in the second layer does so on both its ends',
    (facts) => distinct(facts, 0).join() === '2,2',
    { query: `${CIRCLE}&act=tanh&lane=constant(value=0.5)&nudge=2,3,2,0.1` },
  ),

  race(
    'zero/when-zero-is-right',
    'without a hidden layer zero learns, sooner than random weights',
    (facts) => (learnedAt(facts, 0) ?? Infinity) < (learnedAt(facts, 1) ?? Infinity),
  ),
  lab(
    'zero/next',
    'zero and the constant are one unit; 0.1 has different units, and its size is not kept',
    (facts) => {
      const [zero, constant, random] = keptOf(facts);
      return (
        zero === 'false false false' &&
        constant?.startsWith('false') === true &&
        random === 'true false false'
      );
    },
  ),

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
    // 65 536 draws: four standard errors are 0.7 %.
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
        // 3.0 of a bell, 1.9 of a box, less of two humps.
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

  lab('frameworks/default', 'Keras and PyTorch start the same layer from different spreads', () => {
    const [keras, pytorch] = (['keras', 'pytorch'] as const).map(
      (library) => drawMoments(frameworkDraw(library, 400, 100), 400, 100)?.std ?? Number.NaN,
    );
    // √(2/500) and 1/√(3·400).
    return (
      near(keras ?? 0, Math.sqrt(2 / 500), 1e-9) && near(pytorch ?? 0, 1 / Math.sqrt(1200), 1e-9)
    );
  }),
  lab(
    'frameworks/names',
    'truncated and widened, Keras’s normal has Xavier’s spread; LeCun’s is another',
    (facts) => {
      const [xavier = 0, lecun = 0, keras = 0] = layersOfLanes(facts);
      return near(keras, xavier, 0.03) && near(lecun / xavier, Math.sqrt(320 / 128), 0.03);
    },
  ),
  lab(
    'frameworks/names',
    'it has no weight beyond two standard deviations of the normal it was cut from',
    (facts) => {
      const { max = Infinity, min = -Infinity } = layer(facts, 2, 1)?.weights ?? {};
      return Math.max(max, -min) <= (2 / 0.8796) * Math.sqrt(2 / 320) * 1.001;
    },
  ),
  lab(
    'frameworks/pytorch',
    'each layer keeps a third of the mean square, forward and back',
    (facts) =>
      // Geometric means, from where tanh is a straight line.
      near((rms(facts, 0, 30) / rms(facts, 0, 5)) ** (2 / 25), 1 / 3, 0.05) &&
      near((gradient(facts, 0, 5) / gradient(facts, 0, 30)) ** (2 / 25), 1 / 3, 0.05),
  ),
  lab(
    'frameworks/pytorch',
    'with PyTorch’s biases the line levels off, the same for every example, and the gradient vanishes all the same',
    (facts) =>
      near(std(facts, 0, 30), std(facts, 0, 12), 0.5) &&
      near(std(facts, 0, 30), std(facts, 1, 30), 0.02) &&
      gradient(facts, 0, 1) < 1e-6,
    {
      query:
        'lane=pytorch_linear&lane=pytorch_linear;batch=1&bias=pytorch_linear&act=tanh&depth=30&width=256',
    },
  ),

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
      // 2⁻¹⁰ and 2⁻³⁰ on an input of mean square 1, and the luck of one draw in every layer.
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
      // The bell of z, half of it on the side where the slope is 0.
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
      // One example: He’s size wanders, by a factor of a few hundred at most.
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
  lab(
    'choose/why-these',
    'SELU leaves all of a square of size 1, ReLU half of any',
    (facts) => near(squareLeft(facts, 2), 1, 0.03) && near(squareLeft(facts, 1), 0.5, 0.03),
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
];

/** Spread of the first layer's weights, lane by lane. */
function layersOfLanes(facts: Facts): readonly number[] {
  return facts.lanes.map((_, lane) => layer(facts, lane, 1)?.weights.std ?? Number.NaN);
}
