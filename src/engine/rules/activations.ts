/** The activation functions: one table gives the menu, the values in links, the formulas and the definitions. */
import { normalCdf, normalPdf } from '../math/erf.ts';
import { expectation } from '../math/gaussian.ts';
import type { Params, ParamsOf, ParamTable } from './params.ts';
import { number, withDefaults } from './params.ts';
import type { ActivationId } from './ids.ts';

/** An activation function with fixed parameters. */
export interface Curve {
  /** `f(x)`, float64. */
  readonly f: (x: number) => number;
  /** `f′(x)`, float64; at a kink the left derivative. */
  readonly df: (x: number) => number;
  /**
   * Factor on weights of std √(1/fan): as torch.nn.init.calculate_gain, or 1/√E[f(Z)²] for functions not listed there.
   */
  readonly gain: () => number;
  /** For functions that are x for x > 0 and linear for x ≤ 0, the slope there; otherwise absent. */
  readonly leak?: number;
}

export interface Activation {
  readonly params: ParamTable;
  /** Omitted parameters have their default values. */
  readonly curve: (params: Params) => Curve;
  /** Infimum and supremum of f; for leaky_relu and elu, over all values of their parameters. */
  readonly bound: readonly [lo: number, hi: number];
  /** A value counts as saturated when it is `< low` or `> high`. */
  readonly saturation: { readonly low: number; readonly high: number } | null;
  readonly tex: string;
  readonly texDerivative: string;
  readonly cite: string;
}

/** Defines a row, checking that its curve takes the parameters of its table by name and type. */
const defineActivation = <const Table extends ParamTable>(
  given: Omit<Activation, 'params' | 'curve'> & {
    readonly params: Table;
    readonly curve: (params: ParamsOf<Table>) => Curve;
  },
): Activation => ({
  ...given,
  curve: (params) => given.curve(withDefaults(given.params, params)),
});

const NONE = {};
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const softsign = (x: number): number => x / (1 + Math.abs(x));
const gelu = (x: number): number => x * normalCdf(x);
const silu = (x: number): number => x / (1 + Math.exp(-x));
const elu = (x: number, alpha: number): number => (x > 0 ? x : alpha * Math.expm1(x));

/** `1/√E[f(Z)²]`, Z ~ N(0, 1). */
const unitGain = (f: (x: number) => number): number => 1 / Math.sqrt(expectation((z) => f(z) ** 2));

/** Constants of Klambauer et al. 2017, eq. 14, for which mean 0 and variance 1 are a fixed point. */
export const SELU = { alpha: 1.6732632423543772, scale: 1.0507009873554805 } as const;

export const ACTIVATIONS = {
  linear: defineActivation({
    params: NONE,
    curve: () => ({
      f: (x) => x,
      df: () => 1,
      gain: () => 1,
      leak: 1,
    }),
    bound: [-Infinity, Infinity],
    saturation: null,
    tex: 'f(x) = x',
    texDerivative: "f'(x) = 1",
    cite: '',
  }),
  sigmoid: defineActivation({
    params: NONE,
    curve: () => ({
      f: sigmoid,
      df: (x) => sigmoid(x) * sigmoid(-x),
      gain: () => 1,
    }),
    bound: [0, 1],
    saturation: { low: 0.01, high: 0.99 },
    tex: 'f(x) = \\frac{1}{1 + e^{-x}}',
    texDerivative: "f'(x) = f(x)\\,(1 - f(x)) \\le \\tfrac14",
    cite: '',
  }),
  tanh: defineActivation({
    params: NONE,
    curve: () => ({
      f: Math.tanh,
      // 1 − tanh² x would lose precision in the tails.
      df: (x) => 4 * sigmoid(2 * x) * sigmoid(-2 * x),
      gain: () => 5 / 3,
    }),
    bound: [-1, 1],
    saturation: { low: -0.97, high: 0.97 },
    tex: 'f(x) = \\tanh x',
    texDerivative: "f'(x) = 1 - \\tanh^2 x",
    cite: '',
  }),
  softsign: defineActivation({
    params: NONE,
    curve: () => ({
      f: softsign,
      df: (x) => 1 / (1 + Math.abs(x)) ** 2,
      gain: () => unitGain(softsign),
    }),
    bound: [-1, 1],
    saturation: { low: -0.97, high: 0.97 },
    tex: 'f(x) = \\frac{x}{1 + |x|}',
    texDerivative: "f'(x) = \\frac{1}{(1 + |x|)^2}",
    cite: 'Bergstra et al. 2009; Glorot & Bengio 2010, section 3.2',
  }),
  relu: defineActivation({
    params: NONE,
    curve: () => ({
      f: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
      df: (x) => (x > 0 ? 1 : 0),
      gain: () => Math.SQRT2,
      leak: 0,
    }),
    bound: [0, Infinity],
    saturation: null,
    tex: 'f(x) = \\max(0, x)',
    texDerivative: "f'(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & x \\le 0 \\end{cases}",
    cite: 'Nair & Hinton 2010',
  }),
  leaky_relu: defineActivation({
    params: { slope: number(0.01, 0, 1, 0.01) },
    curve: ({ slope }) => ({
      f: (x) => (x > 0 ? x : slope * x),
      df: (x) => (x > 0 ? 1 : slope),
      gain: () => Math.sqrt(2 / (1 + slope ** 2)),
      leak: slope,
    }),
    bound: [-Infinity, Infinity],
    saturation: null,
    tex: 'f(x) = \\begin{cases} x & x > 0 \\\\ a x & x \\le 0 \\end{cases}',
    texDerivative: "f'(x) = \\begin{cases} 1 & x > 0 \\\\ a & x \\le 0 \\end{cases}",
    cite: 'Maas et al. 2013; He et al. 2015, eq. 1',
  }),
  elu: defineActivation({
    params: { alpha: number(1, 0, 5, 0.1) },
    curve: ({ alpha }) => ({
      f: (x) => elu(x, alpha),
      df: (x) => (x > 0 ? 1 : alpha * Math.exp(x)),
      gain: () => unitGain((x) => elu(x, alpha)),
    }),
    bound: [-5, Infinity],
    saturation: null,
    tex: 'f(x) = \\begin{cases} x & x > 0 \\\\ \\alpha\\,(e^x - 1) & x \\le 0 \\end{cases}',
    texDerivative: "f'(x) = \\begin{cases} 1 & x > 0 \\\\ \\alpha\\,e^x & x \\le 0 \\end{cases}",
    cite: 'Clevert et al. 2015, eq. 15',
  }),
  selu: defineActivation({
    params: NONE,
    curve: () => ({
      f: (x) => SELU.scale * elu(x, SELU.alpha),
      df: (x) => SELU.scale * (x > 0 ? 1 : SELU.alpha * Math.exp(x)),
      gain: () => 3 / 4,
    }),
    bound: [-SELU.scale * SELU.alpha, Infinity],
    saturation: null,
    tex: 'f(x) = \\lambda \\begin{cases} x & x > 0 \\\\ \\alpha\\,(e^x - 1) & x \\le 0 \\end{cases}',
    texDerivative:
      "f'(x) = \\lambda \\begin{cases} 1 & x > 0 \\\\ \\alpha\\,e^x & x \\le 0 \\end{cases}",
    cite: 'Klambauer et al. 2017, eq. 2',
  }),
  gelu: defineActivation({
    params: NONE,
    curve: () => ({
      f: gelu,
      df: (x) => normalCdf(x) + x * normalPdf(x),
      gain: () => unitGain(gelu),
    }),
    bound: [-0.17, Infinity],
    saturation: null,
    tex: 'f(x) = x\\,\\Phi(x) = \\tfrac{x}{2}\\left(1 + \\operatorname{erf}\\tfrac{x}{\\sqrt2}\\right)',
    texDerivative: "f'(x) = \\Phi(x) + x\\,\\varphi(x)",
    cite: 'Hendrycks & Gimpel 2016, eq. 1',
  }),
  silu: defineActivation({
    params: NONE,
    curve: () => ({
      f: silu,
      df: (x) => sigmoid(x) * (1 + x * sigmoid(-x)),
      gain: () => unitGain(silu),
    }),
    bound: [-0.2785, Infinity],
    saturation: null,
    tex: 'f(x) = x\\,\\sigma(x) = \\frac{x}{1 + e^{-x}}',
    texDerivative: "f'(x) = \\sigma(x)\\,(1 + x\\,(1 - \\sigma(x)))",
    cite: 'Elfwing et al. 2017; Ramachandran et al. 2017',
  }),
} as const satisfies Record<ActivationId, Activation>;

/** The row of one activation, with the table's general type. */
export function activation(id: ActivationId): Activation {
  return ACTIVATIONS[id];
}
