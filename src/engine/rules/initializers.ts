/**
 * The initializers, one row each, from which menu, link, draw, formula, colour and the code in four libraries
 * follow. If a paper and a framework disagree, the paper's rule has the plain name and the framework's rule a
 * prefixed one (`keras_glorot_normal`, `pytorch_linear`).
 */
import type { ParamTable } from './params.ts';
import { choice, number } from './params.ts';
import type { AnyTemplate, Template } from './rule.ts';

/** Family of an initializer; lanes of one family share a colour. */
export type Family = 'zero' | 'random' | 'xavier' | 'he' | 'other';

interface RowOf<Table extends ParamTable, Rule> {
  readonly family: Family;
  readonly params: Table;
  readonly rule: Rule;
  /** Paper and equation; empty if the rule has no source. */
  readonly cite: string;
  /**
   * The library's own call for this rule with default parameters, if it is clearer than the general
   * call. A Python comment may follow, after two spaces; `w` is the tensor.
   */
  readonly names?: { readonly keras?: string; readonly pytorch?: string; readonly jax?: string };
}
export type InitializerRow = RowOf<ParamTable, AnyTemplate>;

/** Defines a row, checking that every part of the rule is a value or one of the row's parameters. */
export const defineInitializer = <const Table extends ParamTable>(
  given: RowOf<Table, Template<Table>>,
): RowOf<Table, Template<Table>> => given;

const NONE = {};
const GAIN = { gain: number(1, 0, 10, 0.05) };
const BELL = { mean: number(0, -10, 10, 0.01), std: number(0.05, 0, 10, 0.005) };
const HE = { mode: choice('fan_in', 'fan_out'), slope: number(0, 0, 10, 0.01) };

export const INITIALIZERS = {
  zeros: defineInitializer({
    family: 'zero',
    params: NONE,
    rule: { kind: 'constant', value: 0 },
    cite: '',
  }),
  ones: defineInitializer({
    family: 'zero',
    params: NONE,
    rule: { kind: 'constant', value: 1 },
    cite: '',
  }),
  constant: defineInitializer({
    family: 'zero',
    params: { value: number(0.5, -10, 10, 0.01) },
    rule: { kind: 'constant', value: 'value' },
    cite: '',
  }),
  random_uniform: defineInitializer({
    family: 'random',
    params: { min: number(-0.05, -10, 10, 0.01), max: number(0.05, -10, 10, 0.01) },
    rule: { kind: 'uniform', ends: ['min', 'max'] },
    cite: '',
  }),
  random_normal: defineInitializer({
    family: 'random',
    params: BELL,
    rule: { kind: 'normal', mean: 'mean', std: 'std' },
    cite: '',
  }),
  truncated_normal: defineInitializer({
    family: 'random',
    params: BELL,
    rule: { kind: 'truncated', mean: 'mean', std: 'std' },
    cite: '',
  }),
  lecun_uniform: defineInitializer({
    family: 'xavier',
    params: NONE,
    rule: { kind: 'scaling', scale: 1, fan: 'fan_in', shape: 'uniform' },
    cite: 'LeCun et al. 1998, section 4.6, eq. 16',
    names: { keras: 'LecunUniform()', jax: 'lecun_uniform()' },
  }),
  // Not truncated, as in the paper; the lecun_normal of Keras and JAX is truncated at ±2σ and rescaled.
  lecun_normal: defineInitializer({
    family: 'xavier',
    params: NONE,
    rule: { kind: 'scaling', scale: 1, fan: 'fan_in', shape: 'normal' },
    cite: 'LeCun et al. 1998, section 4.6, eq. 16',
  }),
  xavier_uniform: defineInitializer({
    family: 'xavier',
    params: GAIN,
    rule: { kind: 'scaling', scale: 1, fan: 'fan_avg', gain: 'gain', shape: 'uniform' },
    cite: 'Glorot & Bengio 2010, eq. 16',
    names: { keras: 'GlorotUniform()', jax: 'glorot_uniform()' },
  }),
  xavier_normal: defineInitializer({
    family: 'xavier',
    params: GAIN,
    rule: { kind: 'scaling', scale: 1, fan: 'fan_avg', gain: 'gain', shape: 'normal' },
    cite: 'Glorot & Bengio 2010, eq. 12',
  }),
  he_uniform: defineInitializer({
    family: 'he',
    params: HE,
    rule: { kind: 'scaling', scale: 2, fan: 'mode', leak: 'slope', shape: 'uniform' },
    cite: 'He et al. 2015, eq. 10, 14, 15',
    names: { keras: 'HeUniform()', jax: 'he_uniform()' },
  }),
  he_normal: defineInitializer({
    family: 'he',
    params: HE,
    rule: { kind: 'scaling', scale: 2, fan: 'mode', leak: 'slope', shape: 'normal' },
    cite: 'He et al. 2015, eq. 10, 14, 15',
  }),
  variance_scaling: defineInitializer({
    family: 'other',
    params: {
      scale: number(1, 0, 100, 0.05),
      mode: choice('fan_in', 'fan_out', 'fan_avg'),
      distribution: choice('truncated', 'normal', 'uniform'),
    },
    rule: { kind: 'scaling', scale: 'scale', fan: 'mode', shape: 'distribution' },
    cite: 'keras.initializers.VarianceScaling',
  }),
  orthogonal: defineInitializer({
    family: 'other',
    params: GAIN,
    rule: { kind: 'orthogonal', gain: 'gain' },
    cite: 'Saxe et al. 2014, section 3',
  }),
  identity: defineInitializer({
    family: 'zero',
    params: GAIN,
    rule: { kind: 'identity', gain: 'gain' },
    cite: 'Le et al. 2015, section 3',
  }),
  sparse: defineInitializer({
    family: 'other',
    params: { sparsity: number(0.1, 0, 1, 0.05), std: number(0.01, 0, 10, 0.005) },
    rule: { kind: 'sparse', sparsity: 'sparsity', std: 'std' },
    cite: 'Martens 2010, section 5; torch.nn.init.sparse_',
  }),
  // The "standard" rule of Glorot & Bengio 2010, eq. 1: U(±1/√n), variance 1/(3n).
  pytorch_linear: defineInitializer({
    family: 'other',
    params: NONE,
    rule: { kind: 'scaling', scale: 1 / 3, fan: 'fan_in', shape: 'uniform' },
    cite: 'torch.nn.Linear.reset_parameters; Glorot & Bengio 2010, eq. 1',
    names: { pytorch: 'kaiming_uniform_(w, a=5**0.5)  # what nn.Linear does by itself' },
  }),
  keras_glorot_normal: defineInitializer({
    family: 'xavier',
    params: NONE,
    rule: { kind: 'scaling', scale: 1, fan: 'fan_avg', shape: 'truncated' },
    cite: 'keras.initializers.GlorotNormal; Glorot & Bengio 2010, eq. 12',
    names: { keras: 'GlorotNormal()  # truncated', jax: 'glorot_normal()' },
  }),
  lsuv: defineInitializer({
    family: 'other',
    params: NONE,
    rule: { kind: 'lsuv' },
    cite: 'Mishkin & Matas 2016, algorithm 1',
  }),
} as const satisfies Record<string, InitializerRow>;
