/** The activation functions: one table is the menu, the link value, the formula and the definition. */
import { normalCdf, normalPdf } from '../math/erf.ts';
import { expectation } from '../math/gaussian.ts';
import type { Params, ParamTable } from './params.ts';
import { numberParam } from './params.ts';
import type { ActivationId } from '../types.ts';

export interface Activation {
  readonly params: ParamTable;
  /** `f(x)`, float64; `params` complete (spec.ts completes them). */
  readonly f: (x: number, params: Params) => number;
  /** `f′(x)`; at a kink the value on its left. */
  readonly df: (x: number, params: Params) => number;
  /** Infimum and supremum of f; for leaky_relu, elu with their parameters at any value. */
  readonly bound: readonly [lo: number, hi: number];
  /** A value counts as saturated when it is `< low` or `> high`. */
  readonly saturation: { readonly low: number; readonly high: number } | null;
  /** Factor on √(1/fan) weights that keeps a unit signal: torch.nn.init.calculate_gain, else 1/√E[f(Z)²]. */
  readonly gain: (params: Params) => number;
  readonly tex: string;
  readonly texDerivative: string;
  readonly cite: string;
}

const NONE: ParamTable = {};
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const softsign = (x: number): number => x / (1 + Math.abs(x));
const gelu = (x: number): number => x * normalCdf(x);
const silu = (x: number): number => x / (1 + Math.exp(-x));
const elu = (x: number, alpha: number): number => (x > 0 ? x : alpha * Math.expm1(x));

/** `1/√E[f(Z)²]`, Z ~ N(0, 1). */
const unitGain = (f: (x: number) => number): number => 1 / Math.sqrt(expectation((z) => f(z) ** 2));

/** The fixed point of Klambauer et al. 2017, eq. 14: mean 0 and variance 1 map to themselves. */
const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;

export const ACTIVATIONS = {
  linear: {
    params: NONE,
    f: (x) => x,
    df: () => 1,
    bound: [-Infinity, Infinity],
    saturation: null,
    gain: () => 1,
    tex: 'f(x) = x',
    texDerivative: "f'(x) = 1",
    cite: '',
  },
  sigmoid: {
    params: NONE,
    f: sigmoid,
    df: (x) => sigmoid(x) * sigmoid(-x),
    bound: [0, 1],
    saturation: { low: 0.01, high: 0.99 },
    gain: () => 1,
    tex: 'f(x) = \\frac{1}{1 + e^{-x}}',
    texDerivative: "f'(x) = f(x)\\,(1 - f(x)) \\le \\tfrac14",
    cite: '',
  },
  tanh: {
    params: NONE,
    f: Math.tanh,
    // 1 − tanh² x would cancel in the tails.
    df: (x) => 4 * sigmoid(2 * x) * sigmoid(-2 * x),
    bound: [-1, 1],
    saturation: { low: -0.97, high: 0.97 },
    gain: () => 5 / 3,
    tex: 'f(x) = \\tanh x',
    texDerivative: "f'(x) = 1 - \\tanh^2 x",
    cite: '',
  },
  softsign: {
    params: NONE,
    f: softsign,
    df: (x) => 1 / (1 + Math.abs(x)) ** 2,
    bound: [-1, 1],
    saturation: { low: -0.97, high: 0.97 },
    gain: () => unitGain(softsign),
    tex: 'f(x) = \\frac{x}{1 + |x|}',
    texDerivative: "f'(x) = \\frac{1}{(1 + |x|)^2}",
    cite: 'Bergstra et al. 2009; Glorot & Bengio 2010, section 3.2',
  },
  relu: {
    params: NONE,
    f: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
    df: (x) => (x > 0 ? 1 : 0),
    bound: [0, Infinity],
    saturation: null,
    gain: () => Math.SQRT2,
    tex: 'f(x) = \\max(0, x)',
    texDerivative: "f'(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & x \\le 0 \\end{cases}",
    cite: 'Nair & Hinton 2010',
  },
  leaky_relu: {
    params: { slope: { kind: 'number', default: 0.01, min: 0, max: 1, step: 0.01 } },
    f: (x, params) => (x > 0 ? x : numberParam(params, 'slope') * x),
    df: (x, params) => (x > 0 ? 1 : numberParam(params, 'slope')),
    bound: [-Infinity, Infinity],
    saturation: null,
    gain: (params) => Math.sqrt(2 / (1 + numberParam(params, 'slope') ** 2)),
    tex: 'f(x) = \\begin{cases} x & x > 0 \\\\ a x & x \\le 0 \\end{cases}',
    texDerivative: "f'(x) = \\begin{cases} 1 & x > 0 \\\\ a & x \\le 0 \\end{cases}",
    cite: 'Maas et al. 2013; He et al. 2015, eq. 1',
  },
  elu: {
    params: { alpha: { kind: 'number', default: 1, min: 0, max: 5, step: 0.1 } },
    f: (x, params) => elu(x, numberParam(params, 'alpha')),
    df: (x, params) => (x > 0 ? 1 : numberParam(params, 'alpha') * Math.exp(x)),
    bound: [-5, Infinity],
    saturation: null,
    gain: (params) => unitGain((x) => elu(x, numberParam(params, 'alpha'))),
    tex: 'f(x) = \\begin{cases} x & x > 0 \\\\ \\alpha\\,(e^x - 1) & x \\le 0 \\end{cases}',
    texDerivative: "f'(x) = \\begin{cases} 1 & x > 0 \\\\ \\alpha\\,e^x & x \\le 0 \\end{cases}",
    cite: 'Clevert et al. 2015, eq. 15',
  },
  selu: {
    params: NONE,
    f: (x) => SELU_SCALE * elu(x, SELU_ALPHA),
    df: (x) => SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * Math.exp(x)),
    bound: [-SELU_SCALE * SELU_ALPHA, Infinity],
    saturation: null,
    gain: () => 3 / 4,
    tex: 'f(x) = \\lambda \\begin{cases} x & x > 0 \\\\ \\alpha\\,(e^x - 1) & x \\le 0 \\end{cases}',
    texDerivative:
      "f'(x) = \\lambda \\begin{cases} 1 & x > 0 \\\\ \\alpha\\,e^x & x \\le 0 \\end{cases}",
    cite: 'Klambauer et al. 2017, eq. 2',
  },
  gelu: {
    params: NONE,
    f: gelu,
    df: (x) => normalCdf(x) + x * normalPdf(x),
    bound: [-0.17, Infinity],
    saturation: null,
    gain: () => unitGain(gelu),
    tex: 'f(x) = x\\,\\Phi(x) = \\tfrac{x}{2}\\left(1 + \\operatorname{erf}\\tfrac{x}{\\sqrt2}\\right)',
    texDerivative: "f'(x) = \\Phi(x) + x\\,\\varphi(x)",
    cite: 'Hendrycks & Gimpel 2016, eq. 1',
  },
  silu: {
    params: NONE,
    f: silu,
    df: (x) => sigmoid(x) * (1 + x * sigmoid(-x)),
    bound: [-0.2785, Infinity],
    saturation: null,
    gain: () => unitGain(silu),
    tex: 'f(x) = x\\,\\sigma(x) = \\frac{x}{1 + e^{-x}}',
    texDerivative: "f'(x) = \\sigma(x)\\,(1 + x\\,(1 - \\sigma(x)))",
    cite: 'Elfwing et al. 2017; Ramachandran et al. 2017',
  },
} as const satisfies Record<ActivationId, Activation>;

/** The row of one activation, with the table's general type. */
export function activation(id: ActivationId): Activation {
  return ACTIVATIONS[id];
}
