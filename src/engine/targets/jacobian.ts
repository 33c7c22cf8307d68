/** Singular values of the input–output Jacobian (Saxe et al. 2013; Pennington et al. 2017). */
import { jacobianLayers, jacobianVariation, variationOf } from '../map/jacobian.ts';
import type { JacobianDraw, JacobianNet } from '../map/jacobian.ts';
import { completeActivation } from '../rules/spec.ts';
import type { ActivationId } from '../types.ts';
import { bySeed } from './measures.ts';
import { exact } from './rules.ts';
import type { Place, Target, TargetValue } from './target.ts';

const DEPTH = 4;
const WIDTH = 256;
/** σ_w² of tanh on the critical line at σ_b² = 0.05. */
const CRITICAL = 1.76095;
const BIAS_VARIANCE = 0.05;

interface Start {
  readonly act: ActivationId;
  readonly weightVariance: number;
  readonly draw: JacobianDraw;
  /** `var(s²)/mean(s²)²` per layer at infinite width, as printed. */
  readonly perLayer: string;
}

const netOf = ({ act, weightVariance, draw }: Start, width: number, seed: number): JacobianNet => ({
  act: completeActivation({ id: act, params: {} }).value,
  start: { weightVariance, biasVariance: act === 'tanh' ? BIAS_VARIANCE : 0 },
  draw,
  width,
  depth: DEPTH,
  seed,
});

const LINEAR: Start = { act: 'linear', weightVariance: 1, draw: 'gaussian', perLayer: '1' };
const LINEAR_TURN: Start = { act: 'linear', weightVariance: 1, draw: 'orthogonal', perLayer: '0' };
const RELU: Start = { act: 'relu', weightVariance: 2, draw: 'gaussian', perLayer: '2' };
const RELU_TURN: Start = { act: 'relu', weightVariance: 2, draw: 'orthogonal', perLayer: '1' };
const TANH: Start = {
  act: 'tanh',
  weightVariance: CRITICAL,
  draw: 'gaussian',
  perLayer: '1.3423',
};
const TANH_TURN: Start = { ...TANH, draw: 'orthogonal', perLayer: '0.3423' };

/** The theoretical value to the printed digits, and the measured one within a tolerance for the finite width. */
const valuesOf = ({ draw, perLayer }: Start): readonly TargetValue[] => {
  const [per, share] = [Number(perLayer), 0.1];
  const digits = perLayer.includes('.') ? 5e-5 : 1e-9;
  const theory: TargetValue = {
    label: `${draw}, n → ∞: per layer`,
    band: [per - digits, per + digits],
    printed: perLayer,
  };
  const measured: TargetValue = {
    label: `${draw}, n = ${WIDTH}: L = ${DEPTH}`,
    // In an orthogonal linear net every s is 1 at any width.
    band: per === 0 ? [0, 1e-9] : [DEPTH * per * (1 - share), DEPTH * per * (1 + share)],
  };
  return [theory, measured];
};

const measuredOf = (start: Start, seed: number): readonly number[] => {
  const net = netOf(start, WIDTH, seed);
  return [variationOf(net) / DEPTH, Math.abs(jacobianVariation(net))];
};

const doorOf = ({ act, weightVariance }: Start): Target['door'] => {
  const bias = act === 'tanh' ? ';bias=random_normal(std=0.223607)' : '';
  const lane = `variance_scaling(scale=${weightVariance},mode=fan_in,distribution=normal)${bias}`;
  return { kind: 'map', query: `lane=${lane}&act=${act}&depth=${DEPTH}` };
};

const section: Place = { kind: 'equation', at: '17, 18' };

const row = (id: string, printed: string, starts: readonly Start[]): Target => ({
  id,
  source: 'pennington2017',
  place: section,
  printed,
  prints: 'result',
  values: starts.flatMap(valuesOf),
  band: { kind: 'seeds', seeds: 3 },
  door: doorOf(starts[0] ?? LINEAR),
  seeds: 3,
  measure: bySeed((_, seed) => starts.flatMap((start) => measuredOf(start, seed))),
});

/** Largest singular value of a product of four Gaussian matrices (Saxe et al. 2013): √((L + 1)^(L + 1)/L^L). */
const LARGEST = Math.sqrt((DEPTH + 1) ** (DEPTH + 1) / DEPTH ** DEPTH);
const EDGE_WIDTH = 96;

export const JACOBIAN_TARGETS: readonly Target[] = [
  {
    ...row('J1', 'L, √((L + 1)^(L + 1)/L^L) = 3.494', [LINEAR]),
    values: [
      ...valuesOf(LINEAR),
      { ...exact('max s, n → ∞: L = 4', LARGEST), printed: '3.494' },
      // The finite-width value approaches the limit from below, as n^(−2/3).
      { label: `max s, n = ${EDGE_WIDTH}: L = 4`, band: [0.88 * LARGEST, 1.06 * LARGEST] },
    ],
    measure: bySeed((_, seed) => {
      const layers = [...jacobianLayers(netOf(LINEAR, EDGE_WIDTH, seed))];
      const largest = layers.at(-1)?.values[0] ?? Number.NaN;
      return [...measuredOf(LINEAR, seed), LARGEST, largest];
    }),
  },
  row('J2', '0', [LINEAR_TURN]),
  row('J3', '2L', [RELU]),
  row('J4', 'L', [RELU_TURN]),
  row('J6', '1.3423 L, 0.3423 L', [TANH, TANH_TURN]),
];
