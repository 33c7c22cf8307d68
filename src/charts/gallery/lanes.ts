import type { Summary } from '../../engine/types.ts';
import type { Dash, Tone } from '../types.ts';
import { normals, summaryOf } from './draws.ts';

export interface MockLane {
  readonly name: string;
  readonly tone: Tone;
  readonly dash: Dash;
  readonly stds: readonly number[];
  readonly layers: readonly Summary[];
}

type Shape = (z: number, layer: number) => number;

const COUNT = 6000;
export const RELU_DOMAIN = [0, 4] as const;
export const TANH_DOMAIN = [-1, 1] as const;
export const WIDE_DOMAIN = [-4, 4] as const;

function lane(
  look: Pick<MockLane, 'name' | 'tone' | 'dash'>,
  depth: number,
  domain: readonly [number, number],
  shape: Shape,
  seed = 7,
): MockLane {
  const layers = Array.from({ length: depth }, (_, i) =>
    summaryOf(
      normals(COUNT, seed + i).map((z) => shape(z, i + 1)),
      domain,
    ),
  );
  return { ...look, layers, stds: layers.map((layer) => layer.std) };
}

const relu = (z: number): number => Math.max(0, z);
export const ZERO = { name: 'Zero', tone: 1, dash: 'long' } as const;
export const RANDOM = { name: 'N(0, 0.1²)', tone: 2, dash: 'dashed' } as const;
export const XAVIER = { name: 'Xavier', tone: 3, dash: 'dotted' } as const;
export const HE = { name: 'He', tone: 4, dash: 'solid' } as const;
export const OTHER = { name: 'Orthogonal', tone: 5, dash: 'dash-dot' } as const;

export const reluLanes = (depth: number, seed = 7): readonly MockLane[] => [
  lane(ZERO, depth, RELU_DOMAIN, () => 0, seed),
  lane(RANDOM, depth, RELU_DOMAIN, (z, l) => relu(z * 1.35 * 1.13 ** l), seed),
  lane(XAVIER, depth, RELU_DOMAIN, (z, l) => relu(z * Math.SQRT1_2 ** (l - 1)), seed),
  lane(HE, depth, RELU_DOMAIN, (z) => relu(z * 1.42), seed),
];

export const tanhLanes = (depth: number): readonly MockLane[] => [
  lane(ZERO, depth, TANH_DOMAIN, () => 0),
  lane(RANDOM, depth, TANH_DOMAIN, (z, l) => Math.tanh(z * (1 + l * 0.4))),
  lane(XAVIER, depth, TANH_DOMAIN, (z, l) => Math.tanh(z / Math.sqrt(l))),
  lane({ ...RANDOM, name: 'N(0, 0.01²)' }, depth, TANH_DOMAIN, (z, l) => Math.tanh(z * 0.16 ** l)),
];

/** Layers with one value, without a finite value, with some non-finite values, and beyond both edges. */
export const oddLanes = (depth: number): readonly MockLane[] => [
  lane({ ...ZERO, name: 'One value' }, depth, WIDE_DOMAIN, (_, l) => 0.5 + l * 0.2),
  lane({ ...OTHER, name: 'Overflow' }, depth, WIDE_DOMAIN, (z, l) =>
    l < 4 ? z * 4 ** l : l < 7 ? (Math.abs(z) > 2 - l * 0.25 ? Infinity : z) : Number.NaN,
  ),
  lane({ ...RANDOM, name: 'Both edges' }, depth, WIDE_DOMAIN, (z, l) => z * (1.5 + l * 0.5)),
  lane({ ...HE, name: 'sigmoid 0.5' }, depth, WIDE_DOMAIN, (z, l) => 0.5 + (z * 0.04) / l),
];

/** Values that fall below float32's smallest number, and values that grow beyond its largest. */
export const extremeLanes = (depth: number): readonly MockLane[] => [
  lane(RANDOM, depth, RELU_DOMAIN, (z, l) => {
    const value = z * 10 ** (l * 0.6);
    return Math.abs(value) > 3.4e38 ? Infinity : value;
  }),
  lane(XAVIER, depth, RELU_DOMAIN, (z, l) => {
    const value = relu(z * 10 ** (-l * 0.6));
    return Math.abs(value) < 1.4e-45 ? 0 : value;
  }),
];
