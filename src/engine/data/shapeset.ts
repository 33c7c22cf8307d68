/**
 * Shapeset-3×2 after Glorot & Bengio 2010, section 2.1: an endless stream of 32 × 32 grey images of one
 * or two triangles, parallelograms and ellipses with random shape, scale, rotation, translation and grey
 * level. The second object hides at most half of the first; the label says which objects are present.
 */
import { bits, stream } from '../rng.ts';
import type { Examples } from './examples.ts';
import { classOf } from './examples.ts';
import type { Placement, ShapeKind } from './shapes.ts';
import { SHAPE_KINDS, cover } from './shapes.ts';
import { SHAPESET_SIZE } from './sizes.ts';

const PIXELS = SHAPESET_SIZE * SHAPESET_SIZE;
export const MAX_HIDDEN = 0.5;
/** Least grey level of an object on the background of 0; the two objects of a pair differ by at least half of it. */
const CONTRAST = 0.25;
/** The probability that this many tries all fail is below 1e-15. */
const MAX_TRIES = 100;

/** Three single shapes, then the six unordered pairs; index = label. */
export const SHAPESET_CLASSES: readonly (readonly ShapeKind[])[] = [
  ...SHAPE_KINDS.map((kind) => [kind]),
  ...SHAPE_KINDS.flatMap((a, i) => SHAPE_KINDS.slice(i).map((b) => [a, b])),
];

type Next = () => number;

/** U(0, 1) draws of image `index`. */
function draws(seed: number, index: number): Next {
  const key = stream(seed, index, 'labels');
  let counter = 0;
  return () => (bits(key, counter++) + 0.5) / 0x100000000;
}

function place(next: Next): Placement {
  const radius = 5 + 6 * next();
  const free = SHAPESET_SIZE - 2 * radius;
  return {
    centre: { x: radius + free * next(), y: radius + free * next() },
    radius,
    angle: 2 * Math.PI * next(),
    aspect: next(),
    skew: next(),
  };
}

/** Share of the area of `below` that `above` hides. */
export function hidden(below: Float32Array, above: Float32Array): number {
  let area = 0;
  let overlap = 0;
  below.forEach((value, i) => {
    area += value;
    overlap += value * (above[i] ?? 0);
  });
  return overlap / area;
}

const below = new Float32Array(PIXELS);
const above = new Float32Array(PIXELS);

/** Paints image `index` of the stream into `pixels` from `offset`, grey levels 0 … 1; returns its label. */
export function drawShapes(
  seed: number,
  index: number,
  pixels: Float32Array,
  offset: number,
  imbalance: number = 1,
): number {
  const next = draws(seed, index);
  const label = classOf(next(), SHAPESET_CLASSES.length, imbalance);
  const [one, two] = SHAPESET_CLASSES[label] ?? [];
  if (one === undefined) return label;
  const swap = two !== undefined && next() < 0.5;
  cover(swap ? two : one, place(next), SHAPESET_SIZE, below);
  const grey = CONTRAST + (1 - CONTRAST) * next();
  for (let i = 0; i < PIXELS; i += 1) pixels[offset + i] = grey * (below[i] ?? 0);
  if (two === undefined) return label;

  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    cover(swap ? one : two, place(next), SHAPESET_SIZE, above);
    if (hidden(below, above) <= MAX_HIDDEN) break;
  }
  let second = grey;
  while (Math.abs(second - grey) < CONTRAST / 2) second = CONTRAST + (1 - CONTRAST) * next();
  for (let i = 0; i < PIXELS; i += 1) {
    const share = above[i] ?? 0;
    pixels[offset + i] = (1 - share) * (pixels[offset + i] ?? 0) + share * second;
  }
  return label;
}

interface Greys {
  readonly mean: number;
  readonly std: number;
}

/** Mean and standard deviation of all pixels of a fixed sample, measured once. */
const greys = ((): (() => Greys) => {
  let known: Greys | null = null;
  return () => {
    if (known !== null) return known;
    const sample = new Float32Array(512 * PIXELS);
    for (let i = 0; i < 512; i += 1) drawShapes(0, i, sample, i * PIXELS);
    let sum = 0;
    let squares = 0;
    for (const value of sample) {
      sum += value;
      squares += value * value;
    }
    const mean = sum / sample.length;
    known = { mean, std: Math.sqrt(squares / sample.length - mean * mean) };
    return known;
  };
})();

/** Images `first … first + count − 1`; pixels standardized by one mean and one std for all images. */
export function generateShapes(
  seed: number,
  first: number,
  count: number,
  imbalance: number = 1,
): Examples {
  const values = new Float32Array(count * PIXELS);
  const labels = Uint8Array.from({ length: count }, (_, i) =>
    drawShapes(seed, first + i, values, i * PIXELS, imbalance),
  );
  const { mean, std } = greys();
  for (let i = 0; i < values.length; i += 1) values[i] = ((values[i] ?? 0) - mean) / std;
  return { count, features: PIXELS, classes: SHAPESET_CLASSES.length, values, labels };
}
