/** The rules in closed form: stds, limits, and the share of the variance that a layer keeps. */
import { normalCdf } from '../math/erf.ts';
import { drawMoments, TRUNCATED_STD } from '../rules/draw.ts';
import type { Draw } from '../rules/draw.ts';
import { initializer } from '../rules/initializer.ts';
import { completeInitializer, parseInitializer } from '../rules/spec.ts';
import { activationMoments } from '../theory/variance.ts';
import { exactly } from './measures.ts';
import type { Target, TargetValue } from './target.ts';

/** The draw of an initializer, written as in a link, for a layer of these fans. */
export function drawOf(text: string, fanIn: number, fanOut: number): Draw {
  const { id, params } = completeInitializer(parseInitializer(text).value).value;
  return initializer(id).draw(params, fanIn, fanOut);
}

export const stdOf = (text: string, fanIn: number, fanOut: number): number =>
  drawMoments(drawOf(text, fanIn, fanOut), fanIn, fanOut)?.std ?? Number.NaN;

/** The limit of a uniform rule. */
function limitOf(text: string, fanIn: number, fanOut: number): number {
  const draw = drawOf(text, fanIn, fanOut);
  return draw.kind === 'uniform' ? draw.hi : Number.NaN;
}

/** A printed number; its band contains the numbers that round to it. */
export function rounded(label: string, printed: string): TargetValue {
  const digits = printed.split('.')[1]?.length ?? 0;
  const half = 0.5001 * 10 ** -digits;
  return { label, band: [Number(printed) - half, Number(printed) + half], printed };
}

/** A number given by a formula, to nine digits. */
export const exact = (label: string, value: number): TargetValue => ({
  label,
  band: [value - 1e-9, value + 1e-9],
});

/** Factor of a layer with this rule and a leaky ReLU of this slope on a mean square of 1. */
const kept = (rule: string, slope: number): number => {
  const fan = 256;
  const act = { id: 'leaky_relu', params: { slope } } as const;
  return fan * stdOf(rule, fan, fan) ** 2 * activationMoments(act, 1).second;
};

const LEAK = 0.25;

export const RULE_TARGETS: readonly Target[] = [
  {
    id: 'R26',
    source: 'exact',
    place: { kind: 'equation', at: 'a/√3, 2Φ(−1)' },
    printed: '0.05774, 0.1, 0.3173',
    prints: 'result',
    values: [
      rounded('std U[−0.1, 0.1]', '0.05774'),
      exact('std N(0, 0.1²)', 0.1),
      rounded('P(|N| > 0.1)', '0.3173'),
    ],
    band: { kind: 'exact' },
    door: {
      kind: 'lab',
      query: 'lane=random_uniform(min=-0.1,max=0.1)&lane=random_normal(std=0.1)&depth=1&width=256',
    },
    seeds: 1,
    measure: exactly(() => [
      stdOf('random_uniform(min=-0.1,max=0.1)', 9, 9),
      stdOf('random_normal(std=0.1)', 9, 9),
      2 * normalCdf(-1),
    ]),
  },
  {
    id: 'R27',
    source: 'keras',
    place: { kind: 'code', at: 'TruncatedNormal' },
    printed: '0.8796256610342398',
    prints: 'result',
    values: [rounded('std', '0.8796256610342398')],
    band: { kind: 'exact' },
    door: {
      kind: 'lab',
      query: 'lane=truncated_normal(std=1)&lane=random_normal(std=1)&depth=1&width=256',
    },
    seeds: 1,
    measure: exactly(() => [TRUNCATED_STD]),
  },
  {
    id: 'R28',
    source: 'exact',
    place: { kind: 'equation', at: '√(6/(nᵢₙ + nₒᵤₜ)), √(2/n), 1/√n' },
    printed: '1.41421, 0.074398, 0.054772, 0.088388, 0.0625, 0.044194',
    prints: 'result',
    values: [
      rounded('Glorot uniform (2, 1)', '1.41421'),
      rounded('Glorot uniform (784, 300)', '0.074398'),
      rounded('Glorot uniform (1000, 1000)', '0.054772'),
      rounded('std He, n = 256', '0.088388'),
      rounded('std He, n = 512', '0.0625'),
      rounded('PyTorch Linear(512)', '0.044194'),
    ],
    band: { kind: 'exact' },
    door: {
      kind: 'lab',
      query: 'lane=xavier_uniform&lane=he_normal&lane=pytorch_linear&depth=2&width=512',
    },
    seeds: 1,
    measure: exactly(() => [
      limitOf('xavier_uniform', 2, 1),
      limitOf('xavier_uniform', 784, 300),
      limitOf('xavier_uniform', 1000, 1000),
      stdOf('he_normal', 256, 256),
      stdOf('he_normal', 512, 512),
      limitOf('pytorch_linear', 512, 512),
    ]),
  },
  {
    id: 'R31',
    source: 'he2015',
    place: { kind: 'equation', at: '10, 15' },
    printed: '1, 1/2, 1/6, (1 + a²)/2',
    prints: 'result',
    values: [
      exact('He', 1),
      exact('Xavier', 1 / 2),
      exact('PyTorch', 1 / 6),
      exact(`a = ${LEAK}, Var = 1/n`, (1 + LEAK ** 2) / 2),
    ],
    band: { kind: 'exact' },
    door: {
      kind: 'lab',
      query: 'lane=he_normal&lane=xavier_normal&lane=pytorch_linear&depth=10&width=256',
    },
    seeds: 1,
    measure: exactly(() => [
      kept('he_normal', 0),
      kept('xavier_normal', 0),
      kept('pytorch_linear', 0),
      kept('lecun_normal', LEAK),
    ]),
  },
];
