/** Convolutions before training: fans, the rules applied to them, and what is lost at the border. */
import type { Kernels } from '../kernels.ts';
import { convShape } from '../passes/layerShape.ts';
import { countedFans, fans } from '../rules/fans.ts';
import type { Fans, FansOf } from '../rules/fans.ts';
import { incoming } from '../theory/places.ts';
import type { Padding } from '../types.ts';
import { bySeed, exactly, labRuns } from './measures.ts';
import { exact, rounded, stdOf } from './rules.ts';
import type { Target } from './target.ts';

const conv = (kernel: number, inputs: number, outputs: number, groups = 1): FansOf => ({
  kind: 'conv',
  inputs,
  outputs,
  kernel,
  groups,
});

const std = (rule: string, layer: FansOf, { fanIn, fanOut }: Fans = fans(layer)): number =>
  stdOf(rule, fanIn, fanOut);
const bothFans = (layer: FansOf): readonly number[] => [fans(layer).fanIn, fans(layer).fanOut];

const FAN_OUT = 'he_normal(mode=fan_out)';
const CONV_LAB = 'net=conv&lane=he_normal&lane=xavier_normal';

/** Mean square over all places of a map after `layers` layers of He and ReLU, starting from 1 everywhere. */
function meanSquare(side: number, padding: Padding, layers: number): number {
  const layer = convShape({ side, channels: 4, units: 4, kernel: 3, padding });
  let squares = new Float64Array(side * side).fill(1);
  for (let i = 0; i < layers; i += 1) squares = Float64Array.from(incoming(layer, squares));
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** Factor of one layer on the mean square deep in the net. */
function lastFactor(side: number): number {
  const layers = 8 * side;
  return meanSquare(side, 'zero', layers + 1) / meanSquare(side, 'zero', layers);
}

/** The same for large maps, which take thousands of layers to settle: one layer, from the limiting profile. */
function slowestFactor(side: number): number {
  const layer = convShape({ side, channels: 4, units: 4, kernel: 3, padding: 'zero' });
  const wave = (i: number): number => Math.sin((Math.PI * (i + 1)) / (side + 1));
  const profile = Float64Array.from(
    { length: side * side },
    (_, p) => wave(Math.floor(p / side)) * wave(p % side),
  );
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return sum(incoming(layer, profile)) / sum(profile);
}

const DEPTHS = [1, 5, 10, 30] as const;
const LEFT = ['0.840', '0.546', '0.353', '0.068'] as const;
const RIM =
  'net=conv&lane=he_normal&lane=he_normal;padding=circular&depth=30&width=64&batch=32&backward=0';

/** Rms of the last layer with Xavier over that with He, on maps without a border (circular padding). */
function xavierOverHe(depth: number, kernels: Kernels, seed: number): number {
  const query = `net=conv&padding=circular&lane=xavier_normal&lane=he_normal&depth=${depth}&width=32&batch=16&backward=0`;
  const [xavier = Number.NaN, he = Number.NaN] = labRuns(query, kernels, seed).map(
    ({ layers }) => layers.at(-1)?.activations.rms ?? Number.NaN,
  );
  // Both lanes scale the same draws, and ReLU is positively homogeneous.
  return xavier / he;
}

export const CONVOLUTION_TARGETS: readonly Target[] = [
  {
    id: 'K1',
    source: 'he2015',
    place: { kind: 'section', at: '2.2' },
    printed: 'n = k²c, n̂ = k²d',
    prints: 'result',
    values: [
      { label: '3 × 3, 12 → 20, nᵢₙ', band: [108, 108] },
      { label: 'nₒᵤₜ', band: [180, 180] },
      { label: 'g = 4, nᵢₙ', band: [27, 27] },
      { label: 'g = 4, nₒᵤₜ', band: [45, 45] },
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: CONV_LAB },
    seeds: 1,
    measure: exactly(() => [...bothFans(conv(3, 12, 20)), ...bothFans(conv(3, 12, 20, 4))]),
  },
  {
    id: 'K2',
    source: 'exact',
    place: { kind: 'equation', at: 'k²c' },
    printed: '576; 0.058926, 0.041667, ±0.072169, 0.024056',
    prints: 'result',
    values: [
      { label: 'n', band: [576, 576] },
      rounded('He', '0.058926'),
      rounded('Xavier', '0.041667'),
      rounded('Xavier ±', '0.072169'),
      rounded('PyTorch', '0.024056'),
      rounded('PyTorch ±', '0.041667'),
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: `${CONV_LAB}&lane=pytorch_linear&width=64&depth=3` },
    seeds: 1,
    measure: exactly(() => {
      const layer = conv(3, 64, 64);
      return [
        fans(layer).fanIn,
        std('he_normal', layer),
        std('xavier_normal', layer),
        std('xavier_uniform', layer) * Math.sqrt(3),
        std('pytorch_linear', layer),
        std('pytorch_linear', layer) * Math.sqrt(3),
      ];
    }),
  },
  {
    id: 'K3',
    source: 'exact',
    place: { kind: 'equation', at: 'k²c, k²d' },
    printed: '0.272166, 0.058926, 0.057591',
    prints: 'result',
    values: [
      rounded('He, nᵢₙ = 27', '0.272166'),
      rounded('He, nₒᵤₜ = 576', '0.058926'),
      rounded('Xavier', '0.057591'),
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: `${CONV_LAB}&in=3&width=64&depth=2` },
    seeds: 1,
    measure: exactly(() => {
      const layer = conv(3, 3, 64);
      return [std('he_normal', layer), std(FAN_OUT, layer), std('xavier_normal', layer)];
    }),
  },
  {
    id: 'K4',
    source: 'exact',
    place: { kind: 'code', at: 'torchvision.models.resnet' },
    printed: '0.116642, 0.025254',
    prints: 'result',
    values: [rounded('nᵢₙ = 147', '0.116642'), rounded('nₒᵤₜ = 3136', '0.025254')],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: `${CONV_LAB}&kernel=5&in=3&width=64&depth=2` },
    seeds: 1,
    measure: exactly(() => [std('he_normal', conv(7, 3, 64)), std(FAN_OUT, conv(7, 3, 64))]),
  },
  {
    id: 'K7',
    source: 'pytorch',
    place: { kind: 'code', at: '_calculate_fan_in_and_fan_out' },
    printed: '576, 0.0589',
    prints: 'result',
    values: [
      { label: 'nₒᵤₜ, PyTorch', band: [576, 576], printed: '576' },
      rounded('He, PyTorch', '0.0589'),
      rounded('He', '0.4714'),
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: CONV_LAB },
    seeds: 1,
    measure: exactly(() => {
      const layer = conv(3, 64, 64, 64);
      const counted = countedFans('pytorch', layer);
      return [counted.fanOut, std(FAN_OUT, layer, counted), std(FAN_OUT, layer)];
    }),
  },
  {
    id: 'K9',
    source: 'he2015',
    place: { kind: 'section', at: '2.2' },
    printed: '0.059, 0.042, 0.029, 0.021',
    prints: 'result',
    // The paper's 0.029 is 0.0295 truncated, not rounded.
    values: ['0.059', '0.042', '0.029', '0.021'].map((printed, i) => ({
      label: `d = ${64 * 2 ** i}`,
      band: [Number(printed) - 0.0006, Number(printed) + 0.0006] as const,
      printed,
    })),
    band: { kind: 'exact' },
    door: { kind: 'lab', query: `net=conv&lane=${FAN_OUT}&lane=xavier_normal&width=64` },
    seeds: 1,
    measure: exactly(() => [64, 128, 256, 512].map((d) => std(FAN_OUT, conv(3, d, d)))),
  },
  {
    id: 'K10',
    source: 'exact',
    place: { kind: 'equation', at: '2^(−L/2)' },
    printed: '4.88e-4, 3.05e-5',
    prints: 'result',
    values: [
      { label: 'L = 22', band: [4.87e-4, 4.89e-4], printed: '4.88e-4' },
      { label: 'L = 30', band: [3.04e-5, 3.06e-5], printed: '3.05e-5' },
    ],
    band: { kind: 'exact' },
    door: {
      kind: 'lab',
      query:
        'net=conv&padding=circular&lane=xavier_normal&lane=he_normal&depth=22&width=32&batch=16',
    },
    seeds: 1,
    measure: bySeed((kernels, seed) => [22, 30].map((depth) => xavierOverHe(depth, kernels, seed))),
  },
  {
    id: 'K13',
    source: 'exact',
    place: { kind: 'equation', at: 'q′(p) = Σ q/9' },
    printed: LEFT.join(', '),
    prints: 'result',
    values: [
      ...LEFT.map((printed, i) => rounded(`n = 8, l = ${DEPTHS[i]}`, printed)),
      exact('circular, l = 30', 1),
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: RIM },
    seeds: 1,
    measure: exactly(() => [
      ...DEPTHS.map((depth) => meanSquare(8, 'zero', depth)),
      meanSquare(8, 'circular', 30),
    ]),
  },
  {
    id: 'K14',
    source: 'exact',
    place: { kind: 'equation', at: '((1 + 2 cos(π/(n + 1)))/3)²' },
    printed: '0.9212, 0.9922, 0.99987',
    prints: 'result',
    values: [
      rounded('n = 8', '0.9212'),
      rounded('n = 28', '0.9922'),
      rounded('n = 224', '0.99987'),
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: RIM },
    seeds: 1,
    measure: exactly(() => [...[8, 28].map(lastFactor), slowestFactor(224)]),
  },
];
