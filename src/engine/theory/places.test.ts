/** Variance at every place of a picture: the recursion against closed forms, and against what is measured. */
import { beforeAll, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadLab, runLab } from '../experiment/runLane.ts';
import type { Kernels } from '../kernels.ts';
import { parseQuery } from '../lab/query.ts';
import { convShape } from '../passes/layerShape.ts';
import type { KernelSize, Padding } from '../types.ts';
import { incoming, outgoing } from './places.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
const layerOf = (side: number, padding: Padding, kernel: KernelSize = 3) =>
  convShape({ side, channels: 4, units: 4, kernel, padding });

/** q′(p) = Σ q(neighbours inside) / 9 for He and ReLU, from 1 everywhere. */
function afterLayers(side: number, padding: Padding, layers: number): Float64Array {
  const layer = layerOf(side, padding);
  let squares = new Float64Array(side * side).fill(1);
  for (let i = 0; i < layers; i += 1) squares = Float64Array.from(incoming(layer, squares));
  return squares;
}

test('zero padding loses what lies beyond the border, circular padding nothing', () => {
  // After one layer a place has 9, 6 or 4 of its neighbours: (22/24)² of them on average.
  expect(mean(afterLayers(8, 'zero', 1))).toBeCloseTo((22 / 24) ** 2, 12);
  [1, 5, 10, 30].forEach((layers) => {
    expect([...afterLayers(8, 'circular', layers)].every((q) => Math.abs(q - 1) < 1e-12)).toBe(
      true,
    );
  });
});

test('the rim is dark, and it grows inwards', () => {
  const at = (squares: Float64Array, y: number, x: number): number => squares[8 * y + x]!;
  const one = afterLayers(8, 'zero', 1);
  expect([at(one, 0, 0), at(one, 0, 3), at(one, 3, 3)]).toEqual([
    expect.closeTo(4 / 9, 12),
    expect.closeTo(6 / 9, 12),
    expect.closeTo(1, 12),
  ]);
  const three = afterLayers(8, 'zero', 3);
  expect(at(three, 2, 2)).toBeLessThan(at(three, 3, 3));
  expect(at(three, 0, 0)).toBeLessThan(at(three, 1, 1));
});

test.each([8, 28, 224])(
  'far down, a layer of %i × %i keeps ((1 + 2 cos(π/(n + 1)))/3)²',
  (side) => {
    const factor = ((1 + 2 * Math.cos(Math.PI / (side + 1))) / 3) ** 2;
    // The slowest mode is a product of two sines; each layer scales it by that factor.
    const mode = Float64Array.from({ length: side * side }, (_, p) => {
      const wave = (i: number): number => Math.sin((Math.PI * (i + 1)) / (side + 1));
      return wave(Math.floor(p / side)) * wave(p % side);
    });
    const next = incoming(layerOf(side, 'zero'), mode);
    next.forEach((q, p) => expect(Math.abs(q - factor * mode[p]!)).toBeLessThan(1e-12));
  },
);

test('the way back is the transpose of the way there', () => {
  for (const padding of ['zero', 'circular'] as const) {
    for (const kernel of [1, 3, 5] as const) {
      const layer = layerOf(6, padding, kernel);
      const unit = (p: number): Float64Array =>
        Float64Array.from({ length: 36 }, (_, i) => Number(i === p));
      for (let p = 0; p < 36; p += 1) {
        const forth = incoming(layer, unit(p));
        forth.forEach((value, q) =>
          expect(value).toBeCloseTo(outgoing(layer, unit(q), 36)[p]!, 12),
        );
      }
    }
  }
});

test('without a border Xavier halves the mean square per layer and He keeps it; a border takes its share', async () => {
  const query = 'net=conv&lane=he_normal&lane=xavier_normal&depth=10&width=64&batch=8';
  const theory = (padding: Padding) =>
    runLab(parseQuery(`${query}&padding=${padding}`).lab, kernels, () => 0).map(
      ({ input, layers }) => mean(layers.at(-1)!.places!.theory!) / input.rms ** 2,
    );
  const [circularHe, circularXavier] = theory('circular');
  expect(circularHe).toBeCloseTo(1, 6);
  expect(circularXavier! / 2 ** -10).toBeCloseTo(1, 6);
  const [he, xavier] = theory('zero');
  // The inputs are not exactly alike in every place.
  expect(he).toBeCloseTo(0.353, 1);
  expect(xavier! / he!).toBeCloseTo(2 ** -10, 9);
});

test('digits: every place has its own line, from the pictures themselves', async () => {
  const { lab } = parseQuery('net=conv&lane=he_normal&input=digits&depth=2&width=128&batch=64');
  await loadLab(lab);
  const [run] = runLab(lab, kernels, () => 0);
  const { activations, theory } = run!.layers[0]!.places!;
  // Corners of a digit are empty, always the same; the middle is not.
  activations.forEach((square, place) => {
    expect(Math.abs(square / theory![place]! - 1)).toBeLessThan(0.6);
  });
  expect(mean(activations) / mean(theory!)).toBeCloseTo(1, 0);
});
