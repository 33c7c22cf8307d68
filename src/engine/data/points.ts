/**
 * Labelled points in the plane. Each generator gives point `i` of class `label` before
 * standardization. Classes alternate, so any initial part of a set has the class shares of the whole.
 */
import { normal, stream, uniform } from '../rng.ts';
import type { Examples, Point } from './examples.ts';
import { classAt, standardize } from './examples.ts';

/** Draws of one point: `unit(k)` is U(0, 1), `gauss(k)` N(0, 1), k = 0 … 3; unit and gauss are independent. */
interface PointDraws {
  readonly unit: (k: number) => number;
  readonly gauss: (k: number) => number;
}

export interface PointSet {
  readonly classes: number;
  readonly point: (label: number, draws: PointDraws) => Point;
}

const TURN = 2 * Math.PI;
const polar = (radius: number, angle: number): Point => ({
  x: radius * Math.cos(angle),
  y: radius * Math.sin(angle),
});

/** A disc, radius ½√U, inside a ring, radius U(0.7, 1). */
export const CIRCLE: PointSet = {
  classes: 2,
  point: (label, { unit }) =>
    polar(label === 0 ? 0.5 * Math.sqrt(unit(0)) : 0.7 + 0.3 * unit(0), TURN * unit(1)),
};

/** Two half circles that interlock, with noise of 0.1. */
export const MOONS: PointSet = {
  classes: 2,
  point: (label, { unit, gauss }) => {
    const { x, y } = polar(1, Math.PI * unit(0));
    const moon = label === 0 ? { x, y } : { x: 1 - x, y: 0.5 - y };
    return { x: moon.x + 0.1 * gauss(0), y: moon.y + 0.1 * gauss(1) };
  },
};

/** Two arms of 1¼ turns, with noise of 0.03. */
export const SPIRALS: PointSet = {
  classes: 2,
  point: (label, { unit, gauss }) => {
    const along = unit(0);
    const { x, y } = polar(0.05 + 0.95 * along, TURN * (1.25 * along + label / 2));
    return { x: x + 0.03 * gauss(0), y: y + 0.03 * gauss(1) };
  },
};

/** Four squares; the label is the exclusive or of the signs. */
export const XOR: PointSet = {
  classes: 2,
  point: (label, { unit }) => {
    const right = unit(0) < 0.5 ? -1 : 1;
    const up = label === 0 ? right : -right;
    return { x: right * (0.1 + 0.9 * unit(1)), y: up * (0.1 + 0.9 * unit(2)) };
  },
};

/** Three round clouds, centres on the unit circle, standard deviation 0.25. */
export const BLOBS: PointSet = {
  classes: 3,
  point: (label, { gauss }) => {
    const { x, y } = polar(1, TURN * (label / 3 + 0.25));
    return { x: x + 0.25 * gauss(0), y: y + 0.25 * gauss(1) };
  },
};

/** The set for this seed: `count` points, each coordinate standardized over them; `imbalance` as in TrainSettings. */
export function generatePoints(
  set: PointSet,
  seed: number,
  count: number,
  imbalance: number = 1,
): Examples {
  const key = stream(seed, 0, 'input');
  const labels = Uint8Array.from({ length: count }, (_, i) => classAt(i, set.classes, imbalance));
  const points = Array.from(labels, (label, i) =>
    set.point(label, {
      unit: (k) => (uniform(key, 16 * i + k) + 1) / 2,
      gauss: (k) => normal(key, 16 * i + 8 + k),
    }),
  );
  return { count, features: 2, classes: set.classes, values: standardize(points), labels };
}
