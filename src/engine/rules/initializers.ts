/**
 * The initializers: one table is the menu, the link value, the formula and the definition. Fans are
 * those of a `[fanOut × fanIn]` matrix. Where a paper and a framework disagree, the paper's rule has
 * the plain name and the framework's its own (`keras_glorot_normal`, `pytorch_linear`).
 */
import type { Draw } from './draw.ts';
import { TRUNCATED_STD } from './draw.ts';
import type { ChoiceParam, NumberParam, Params, ParamTable } from './params.ts';
import { choiceParam, numberParam } from './params.ts';
import { texNumber } from './texNumber.ts';
import type { InitializerId } from '../types.ts';

/** The same distribution in other people's words; `null` where they have none. */
export interface FrameworkNames {
  readonly keras: string | null;
  readonly pytorch: string | null;
  readonly jax: string | null;
  readonly numpy: string | null;
}

export interface Initializer {
  readonly params: ParamTable;
  readonly draw: (params: Params, fanIn: number, fanOut: number) => Draw;
  readonly tex: string;
  /** The formula of the scale with the numbers in it, TeX. */
  readonly texNumbers: (params: Params, fanIn: number, fanOut: number) => string;
  readonly cite: string;
  readonly names: FrameworkNames;
}

const number = (initial: number, min: number, max: number, step: number): NumberParam => ({
  kind: 'number',
  default: initial,
  min,
  max,
  step,
});
const choice = (...choices: readonly string[]): ChoiceParam => ({
  kind: 'choice',
  default: choices[0] ?? '',
  choices,
});

const NONE: ParamTable = {};
const GAIN = { gain: number(1, 0, 10, 0.05) };
const HE = { mode: choice('fan_in', 'fan_out'), slope: number(0, 0, 10, 0.01) };

const normal = (std: number): Draw => ({ kind: 'normal', mean: 0, std });
const symmetric = (limit: number): Draw => ({ kind: 'uniform', lo: -limit, hi: limit });

function fan(mode: string, fanIn: number, fanOut: number): number {
  if (mode === 'fan_avg') return (fanIn + fanOut) / 2;
  return mode === 'fan_out' ? fanOut : fanIn;
}

/** He et al. 2015, eq. 10, 14 and 15: variance `2 / ((1 + a²) n)`. */
function heVariance(params: Params, fanIn: number, fanOut: number): number {
  const slope = numberParam(params, 'slope');
  return 2 / ((1 + slope * slope) * fan(choiceParam(params, 'mode'), fanIn, fanOut));
}

function heTex(params: Params, fanIn: number, fanOut: number): string {
  const slope = numberParam(params, 'slope');
  const n = fan(choiceParam(params, 'mode'), fanIn, fanOut);
  return slope === 0 ? `${n}` : `(1 + ${texNumber(slope)}^2) \\cdot ${n}`;
}

const texRoot = (symbol: string, top: string, below: string, value: number): string =>
  `${symbol} = \\sqrt{\\frac{${top}}{${below}}} = ${texNumber(value)}`;
const texTimes = (gain: number): string => (gain === 1 ? '' : `${texNumber(gain)} \\cdot `);

function scaling(params: Params, fanIn: number, fanOut: number): { n: number; std: number } {
  const n = fan(choiceParam(params, 'mode'), fanIn, fanOut);
  return { n, std: Math.sqrt(numberParam(params, 'scale') / n) };
}

export const INITIALIZERS = {
  zeros: {
    params: NONE,
    draw: () => ({ kind: 'constant', value: 0 }),
    tex: 'W_{ij} = 0',
    texNumbers: () => 'W_{ij} = 0',
    cite: '',
    names: {
      keras: 'Zeros()',
      pytorch: 'zeros_(w)',
      jax: 'zeros',
      numpy: 'np.zeros((fan_out, fan_in))',
    },
  },
  ones: {
    params: NONE,
    draw: () => ({ kind: 'constant', value: 1 }),
    tex: 'W_{ij} = 1',
    texNumbers: () => 'W_{ij} = 1',
    cite: '',
    names: {
      keras: 'Ones()',
      pytorch: 'ones_(w)',
      jax: 'ones',
      numpy: 'np.ones((fan_out, fan_in))',
    },
  },
  constant: {
    params: { value: number(0.5, -10, 10, 0.01) },
    draw: (params) => ({ kind: 'constant', value: numberParam(params, 'value') }),
    tex: 'W_{ij} = c',
    texNumbers: (params) => `W_{ij} = ${texNumber(numberParam(params, 'value'))}`,
    cite: '',
    names: {
      keras: 'Constant(value)',
      pytorch: 'constant_(w, value)',
      jax: 'constant(value)',
      numpy: 'np.full((fan_out, fan_in), value)',
    },
  },
  random_uniform: {
    params: { min: number(-0.05, -10, 10, 0.01), max: number(0.05, -10, 10, 0.01) },
    draw: (params) => {
      const ends = [numberParam(params, 'min'), numberParam(params, 'max')];
      return { kind: 'uniform', lo: Math.min(...ends), hi: Math.max(...ends) };
    },
    tex: 'W_{ij} \\sim \\mathcal U(a, b),\\quad \\sigma = \\frac{b - a}{\\sqrt{12}}',
    texNumbers: (params) => {
      const width = Math.abs(numberParam(params, 'max') - numberParam(params, 'min'));
      return `\\sigma = \\frac{${texNumber(width)}}{\\sqrt{12}} = ${texNumber(width / Math.sqrt(12))}`;
    },
    cite: '',
    names: {
      keras: 'RandomUniform(min, max)',
      pytorch: 'uniform_(w, min, max)',
      jax: null,
      numpy: 'rng.uniform(min, max, (fan_out, fan_in))',
    },
  },
  random_normal: {
    params: { mean: number(0, -10, 10, 0.01), std: number(0.05, 0, 10, 0.005) },
    draw: (params) => ({
      kind: 'normal',
      mean: numberParam(params, 'mean'),
      std: numberParam(params, 'std'),
    }),
    tex: 'W_{ij} \\sim \\mathcal N(\\mu, \\sigma^2)',
    texNumbers: (params) => `\\sigma = ${texNumber(numberParam(params, 'std'))}`,
    cite: '',
    names: {
      keras: 'RandomNormal(mean, std)',
      pytorch: 'normal_(w, mean, std)',
      jax: 'normal(std)',
      numpy: 'rng.normal(mean, std, (fan_out, fan_in))',
    },
  },
  truncated_normal: {
    params: { mean: number(0, -10, 10, 0.01), std: number(0.05, 0, 10, 0.005) },
    draw: (params) => ({
      kind: 'truncated',
      mean: numberParam(params, 'mean'),
      std: numberParam(params, 'std'),
    }),
    tex: 'W_{ij} \\sim \\mathcal N(\\mu, \\sigma^2)\\ \\text{with}\\ |W_{ij} - \\mu| \\le 2\\sigma',
    texNumbers: (params) => {
      const std = numberParam(params, 'std');
      const real = std * TRUNCATED_STD;
      return `${texNumber(TRUNCATED_STD)} \\cdot ${texNumber(std)} = ${texNumber(real)}`;
    },
    cite: '',
    names: {
      keras: 'TruncatedNormal(mean, std)',
      pytorch: 'trunc_normal_(w, mean, std, mean - 2 * std, mean + 2 * std)',
      jax: 'truncated_normal(std)',
      numpy: null,
    },
  },
  lecun_uniform: {
    params: NONE,
    draw: (_, fanIn) => symmetric(Math.sqrt(3 / fanIn)),
    tex: 'W_{ij} \\sim \\mathcal U(-a, a),\\quad a = \\sqrt{\\frac{3}{n_\\mathrm{in}}}',
    texNumbers: (_, fanIn) => texRoot('a', '3', `${fanIn}`, Math.sqrt(3 / fanIn)),
    cite: 'LeCun et al. 1998, section 4.6, eq. 16',
    names: {
      keras: 'LecunUniform()',
      pytorch: "kaiming_uniform_(w, nonlinearity='linear')",
      jax: 'lecun_uniform()',
      numpy: 'rng.uniform(-1, 1, (fan_out, fan_in)) * np.sqrt(3 / fan_in)',
    },
  },
  // Plain, as in the paper; what Keras and JAX call lecun_normal is truncated at ±2σ and rescaled.
  lecun_normal: {
    params: NONE,
    draw: (_, fanIn) => normal(Math.sqrt(1 / fanIn)),
    tex: 'W_{ij} \\sim \\mathcal N(0, \\sigma^2),\\quad \\sigma = \\sqrt{\\frac{1}{n_\\mathrm{in}}}',
    texNumbers: (_, fanIn) => texRoot('\\sigma', '1', `${fanIn}`, Math.sqrt(1 / fanIn)),
    cite: 'LeCun et al. 1998, section 4.6, eq. 16',
    names: {
      keras: "VarianceScaling(1, 'fan_in', 'untruncated_normal')",
      pytorch: "kaiming_normal_(w, nonlinearity='linear')",
      jax: "variance_scaling(1, 'fan_in', 'normal')",
      numpy: 'rng.normal(0, np.sqrt(1 / fan_in), (fan_out, fan_in))',
    },
  },
  xavier_uniform: {
    params: GAIN,
    draw: (params, fanIn, fanOut) =>
      symmetric(numberParam(params, 'gain') * Math.sqrt(6 / (fanIn + fanOut))),
    tex: 'W_{ij} \\sim \\mathcal U(-a, a),\\quad a = g \\sqrt{\\frac{6}{n_\\mathrm{in} + n_\\mathrm{out}}}',
    texNumbers: (params, fanIn, fanOut) => {
      const gain = numberParam(params, 'gain');
      const limit = gain * Math.sqrt(6 / (fanIn + fanOut));
      const root = `\\sqrt{\\frac{6}{${fanIn} + ${fanOut}}}`;
      return `a = ${texTimes(gain)}${root} = ${texNumber(limit)}`;
    },
    cite: 'Glorot & Bengio 2010, eq. 16',
    names: {
      keras: 'GlorotUniform()',
      pytorch: 'xavier_uniform_(w, gain)',
      jax: 'glorot_uniform()',
      numpy: 'rng.uniform(-1, 1, (fan_out, fan_in)) * gain * np.sqrt(6 / (fan_in + fan_out))',
    },
  },
  xavier_normal: {
    params: GAIN,
    draw: (params, fanIn, fanOut) =>
      normal(numberParam(params, 'gain') * Math.sqrt(2 / (fanIn + fanOut))),
    tex: 'W_{ij} \\sim \\mathcal N(0, \\sigma^2),\\quad \\sigma = g \\sqrt{\\frac{2}{n_\\mathrm{in} + n_\\mathrm{out}}}',
    texNumbers: (params, fanIn, fanOut) => {
      const gain = numberParam(params, 'gain');
      const std = gain * Math.sqrt(2 / (fanIn + fanOut));
      const root = `\\sqrt{\\frac{2}{${fanIn} + ${fanOut}}}`;
      return `\\sigma = ${texTimes(gain)}${root} = ${texNumber(std)}`;
    },
    cite: 'Glorot & Bengio 2010, eq. 12',
    names: {
      keras: "VarianceScaling(1, 'fan_avg', 'untruncated_normal')",
      pytorch: 'xavier_normal_(w, gain)',
      jax: "variance_scaling(1, 'fan_avg', 'normal')",
      numpy: 'rng.normal(0, gain * np.sqrt(2 / (fan_in + fan_out)), (fan_out, fan_in))',
    },
  },
  he_uniform: {
    params: HE,
    draw: (params, fanIn, fanOut) => symmetric(Math.sqrt(3 * heVariance(params, fanIn, fanOut))),
    tex: 'W_{ij} \\sim \\mathcal U(-b, b),\\quad b = \\sqrt{\\frac{6}{(1 + a^2)\\, n}}',
    texNumbers: (params, fanIn, fanOut) =>
      texRoot(
        'b',
        '6',
        heTex(params, fanIn, fanOut),
        Math.sqrt(3 * heVariance(params, fanIn, fanOut)),
      ),
    cite: 'He et al. 2015, eq. 10, 14, 15',
    names: {
      keras: 'HeUniform()',
      pytorch: 'kaiming_uniform_(w, slope, mode)',
      jax: 'he_uniform()',
      numpy: 'rng.uniform(-1, 1, (fan_out, fan_in)) * np.sqrt(6 / fan_in)',
    },
  },
  he_normal: {
    params: HE,
    draw: (params, fanIn, fanOut) => normal(Math.sqrt(heVariance(params, fanIn, fanOut))),
    tex: 'W_{ij} \\sim \\mathcal N(0, \\sigma^2),\\quad \\sigma = \\sqrt{\\frac{2}{(1 + a^2)\\, n}}',
    texNumbers: (params, fanIn, fanOut) =>
      texRoot(
        '\\sigma',
        '2',
        heTex(params, fanIn, fanOut),
        Math.sqrt(heVariance(params, fanIn, fanOut)),
      ),
    cite: 'He et al. 2015, eq. 10, 14, 15',
    names: {
      keras: "VarianceScaling(2, 'fan_in', 'untruncated_normal')",
      pytorch: 'kaiming_normal_(w, slope, mode)',
      jax: "variance_scaling(2, 'fan_in', 'normal')",
      numpy: 'rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in))',
    },
  },
  variance_scaling: {
    params: {
      scale: number(1, 0, 100, 0.05),
      mode: choice('fan_in', 'fan_out', 'fan_avg'),
      distribution: choice('truncated', 'normal', 'uniform'),
    },
    draw: (params, fanIn, fanOut) => {
      const { std } = scaling(params, fanIn, fanOut);
      const distribution = choiceParam(params, 'distribution');
      if (distribution === 'uniform') return symmetric(Math.sqrt(3) * std);
      if (distribution === 'normal') return normal(std);
      return { kind: 'truncated', mean: 0, std: std / TRUNCATED_STD };
    },
    tex: '\\operatorname{Var}(W_{ij}) = \\sigma^2 = \\frac{s}{n}',
    texNumbers: (params, fanIn, fanOut) => {
      const { n, std } = scaling(params, fanIn, fanOut);
      return texRoot('\\sigma', texNumber(numberParam(params, 'scale')), `${n}`, std);
    },
    cite: 'keras.initializers.VarianceScaling',
    names: {
      keras: 'VarianceScaling(scale, mode, distribution)',
      pytorch: null,
      jax: 'variance_scaling(scale, mode, distribution)',
      numpy: null,
    },
  },
  orthogonal: {
    params: GAIN,
    draw: (params) => ({ kind: 'orthogonal', gain: numberParam(params, 'gain') }),
    tex: 'W W^\\top = g^2 I\\ \\text{or}\\ W^\\top W = g^2 I',
    texNumbers: (params, fanIn, fanOut) => {
      const gain = numberParam(params, 'gain');
      const n = Math.max(fanIn, fanOut);
      const std = texNumber(gain / Math.sqrt(n));
      return `\\sigma = \\frac{${texNumber(gain)}}{\\sqrt{${n}}} = ${std}`;
    },
    cite: 'Saxe et al. 2014, section 3',
    names: {
      keras: 'Orthogonal(gain)',
      pytorch: 'orthogonal_(w, gain)',
      jax: 'orthogonal(gain)',
      numpy: 'gain * np.linalg.qr(rng.normal(size=(n, n)))[0]',
    },
  },
  identity: {
    params: GAIN,
    draw: (params) => ({ kind: 'identity', gain: numberParam(params, 'gain') }),
    tex: 'W_{ij} = g\\,\\delta_{ij}',
    texNumbers: (params) => `W_{ii} = ${texNumber(numberParam(params, 'gain'))}`,
    cite: 'Le et al. 2015, section 3',
    names: {
      keras: 'Identity(gain)',
      pytorch: 'eye_(w)',
      jax: null,
      numpy: 'gain * np.eye(fan_out, fan_in)',
    },
  },
  sparse: {
    params: { sparsity: number(0.1, 0, 1, 0.05), std: number(0.01, 0, 10, 0.005) },
    draw: (params, _, fanOut) => ({
      kind: 'sparse',
      zeros: Math.ceil(numberParam(params, 'sparsity') * fanOut),
      std: numberParam(params, 'std'),
    }),
    tex: 'W_{ij} \\sim \\mathcal N(0, \\sigma^2),\\quad \\lceil s\\, n_\\mathrm{out} \\rceil\\ \\text{zeros in each column}',
    texNumbers: (params, _, fanOut) => {
      const sparsity = numberParam(params, 'sparsity');
      const zeros = Math.ceil(sparsity * fanOut);
      return `\\lceil ${texNumber(sparsity)} \\cdot ${fanOut} \\rceil = ${zeros}`;
    },
    cite: 'Martens 2010, section 5; torch.nn.init.sparse_',
    names: { keras: null, pytorch: 'sparse_(w, sparsity, std)', jax: null, numpy: null },
  },
  // The "standard" rule of Glorot & Bengio 2010, eq. 1; nn.Linear reaches it by kaiming_uniform_ with a = √5.
  pytorch_linear: {
    params: NONE,
    draw: (_, fanIn) => symmetric(Math.sqrt(1 / fanIn)),
    tex: 'W_{ij} \\sim \\mathcal U(-a, a),\\quad a = \\frac{1}{\\sqrt{n_\\mathrm{in}}}',
    texNumbers: (_, fanIn) =>
      `a = \\frac{1}{\\sqrt{${fanIn}}} = ${texNumber(Math.sqrt(1 / fanIn))}`,
    cite: 'torch.nn.Linear.reset_parameters; Glorot & Bengio 2010, eq. 1',
    names: {
      keras: "VarianceScaling(1/3, 'fan_in', 'uniform')",
      pytorch: 'kaiming_uniform_(w, a=5**0.5)',
      jax: "variance_scaling(1/3, 'fan_in', 'uniform')",
      numpy: 'rng.uniform(-1, 1, (fan_out, fan_in)) / np.sqrt(fan_in)',
    },
  },
  keras_glorot_normal: {
    params: NONE,
    draw: (_, fanIn, fanOut) => ({
      kind: 'truncated',
      mean: 0,
      std: Math.sqrt(2 / (fanIn + fanOut)) / TRUNCATED_STD,
    }),
    tex: "\\sigma' = \\frac{1}{0.8796} \\sqrt{\\frac{2}{n_\\mathrm{in} + n_\\mathrm{out}}},\\quad |W_{ij}| \\le 2\\sigma'",
    texNumbers: (_, fanIn, fanOut) => {
      const std = Math.sqrt(2 / (fanIn + fanOut)) / TRUNCATED_STD;
      const factor = `\\frac{1}{${texNumber(TRUNCATED_STD)}}`;
      return `\\sigma' = ${factor} \\sqrt{\\frac{2}{${fanIn} + ${fanOut}}} = ${texNumber(std)}`;
    },
    cite: 'keras.initializers.GlorotNormal; Glorot & Bengio 2010, eq. 12',
    names: { keras: 'GlorotNormal()', pytorch: null, jax: 'glorot_normal()', numpy: null },
  },
  lsuv: {
    params: NONE,
    draw: () => ({ kind: 'lsuv' }),
    tex: 'W = \\frac{Q}{\\sqrt{\\operatorname{Var}(z)}},\\quad Q Q^\\top = I',
    texNumbers: () => '\\operatorname{Var}(z) = 1',
    cite: 'Mishkin & Matas 2016, algorithm 1',
    names: { keras: null, pytorch: null, jax: null, numpy: null },
  },
} as const satisfies Record<InitializerId, Initializer>;

/** The row of one initializer, with the table's general type. */
export function initializer(id: InitializerId): Initializer {
  return INITIALIZERS[id];
}
