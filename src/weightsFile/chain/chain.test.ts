import { describe, expect, it } from 'vitest';
import { runLab } from '../../engine/experiment/runLane.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import { convShape, denseShape, weightCount } from '../../engine/passes/layerShape.ts';
import { normal, stream } from '../../engine/rng.ts';
import { createReference } from '../../kernels/reference.ts';
import { madeTensors } from '../cabinet/samples.ts';
import type { MadeId } from '../cabinet/samples.ts';
import { layoutsOf } from '../measure/layout.ts';
import { bytesSource } from '../read/source.ts';
import { join } from '../write/join.ts';
import type { MadeTensor } from '../write/madeTensor.ts';
import { safetensorsParts } from '../write/safetensors.ts';
import { compareChain } from './compareChain.ts';
import { plainChain } from './plainChain.ts';
import { finish, finishAsync } from '../../engine/pace.ts';
import { BATCH, runChain } from './runChain.ts';
import type { GivenLayer } from './runChain.ts';

const kernels = createReference();
const keyOf = (layer: number) => stream(1, layer, 'weights');
const TANH = { id: 'tanh', params: {} } as const;
const compareMade = (tensors: readonly MadeTensor[]) =>
  finishAsync(
    compareChain(
      bytesSource(join(safetensorsParts(tensors))),
      'made',
      null,
      { id: 'relu', params: {} },
      kernels,
    ),
  );
const compare = (id: MadeId) => compareMade(madeTensors(id));

/** The lab's own draws, by its own counters, and what it measured of them. */
function labChain(query: string) {
  const [lane] = runLab(parseQuery(query).lab, kernels, () => 0);
  const layers = lane!.layers.map(({ layer, fanIn, fanOut }): GivenLayer => {
    const shape = query.includes('net=conv')
      ? convShape({ side: 8, channels: 24, units: 24, kernel: 3, padding: 'zero' })
      : denseShape(fanIn, fanOut);
    const out = kernels.allocate(weightCount(shape), 'f32');
    kernels.fillNormal(out, keyOf(layer), 0, Math.sqrt(2 / fanIn));
    return { shape, weights: Float32Array.from(kernels.view(out)), bias: null };
  });
  return { layers, wanted: lane!.layers.map(({ activations }) => activations.std) };
}

describe('a chain of given weights', () => {
  for (const [what, query] of [
    ['dense layers', `&batch=${BATCH.dense}`],
    ['convolutions', `&net=conv&kernel=3&batch=${BATCH.conv}`],
  ] as const) {
    it(`of ${what} is what the lab computes for the same weights`, () => {
      const { layers, wanted } = labChain(
        `lane=he_normal&act=tanh&depth=4&width=24&in=24&out=24${query}`,
      );
      // One more, because the last of a chain is linear.
      const { forward } = finish(runChain(kernels, [...layers, layers[0]!], TANH, 1));
      wanted.forEach((std, i) => expect(forward[i]).toBe(std));
    });
  }

  it('of convolutions is the same from PyTorch’s axes and from Keras’s', async () => {
    const sizes = [6, 12, 12, 5];
    const torch = sizes.slice(1).map((units, i) => {
      const channels = sizes[i]!;
      const values = Float32Array.from({ length: units * channels * 9 }, (_, k) =>
        normal(keyOf(i + 1), k),
      );
      return { name: `${i}.weight`, shape: [units, channels, 3, 3], values };
    });
    const keras = torch.map(({ shape, values }, i) => {
      const [units = 0, channels = 0] = shape;
      const turned = new Float32Array(values.length);
      for (let u = 0; u < units; u += 1)
        for (let c = 0; c < channels; c += 1)
          for (let tap = 0; tap < 9; tap += 1)
            turned[(tap * channels + c) * units + u] = values[(u * channels + c) * 9 + tap]!;
      return { name: `${i}/kernel`, shape: [3, 3, channels, units], values: turned };
    });
    const [a, b] = await Promise.all([torch, keras].map((each) => compareMade(each)));
    expect(a!.file).toEqual(b!.file);
    expect(a!.file.forward).toHaveLength(3);
  });

  it('of a grouped convolution is that of the plain one with zeros between the groups', async () => {
    const draw = (layer: number, shape: readonly number[]) => ({
      name: `${layer}.weight`,
      shape,
      values: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, k) =>
        normal(keyOf(layer), k),
      ),
    });
    const [stem, end] = [draw(1, [12, 1, 7, 7]), draw(3, [5, 24, 1, 1])];
    for (const groups of [3, 12]) {
      const seen = 12 / groups;
      const grouped = draw(2, [24, seen, 3, 3]);
      const values = new Float32Array(24 * 12 * 9);
      for (let unit = 0; unit < 24; unit += 1) {
        const first = Math.floor((unit * groups) / 24) * seen;
        const mine = grouped.values.subarray(unit * seen * 9, (unit + 1) * seen * 9);
        values.set(mine, (unit * 12 + first) * 9);
      }
      const plain = { ...grouped, shape: [24, 12, 3, 3], values };
      const [a, b] = [
        await compareMade([stem, grouped, end]),
        await compareMade([stem, plain, end]),
      ];
      expect(a.file).toEqual(b.file);
      // He counts the weights that are there: the signal is kept, not lost by the number of groups.
      expect(a.he.forward[1]! / a.he.forward[0]!).toBeGreaterThan(0.6);
    }
  });

  it('of depthwise kernels is the same from PyTorch’s axes and from Keras’s', async () => {
    const point = {
      name: '1.weight',
      shape: [4, 12, 1, 1],
      values: Float32Array.from({ length: 48 }, (_, k) => normal(keyOf(2), k)),
    };
    const filters = Float32Array.from({ length: 12 * 9 }, (_, k) => normal(keyOf(1), k));
    // Six channels with two filters each: [unit, tap] is [tap, channel, filter] turned.
    const turned = filters.map((_, at) => filters[(at % 12) * 9 + Math.floor(at / 12)]!);
    const stem = { name: '0.weight', shape: [6, 3, 1, 1], values: new Float32Array(18).fill(0.3) };
    const torch = { name: 'd.weight', shape: [12, 1, 3, 3], values: filters };
    const keras = { name: 'd/depthwise_kernel', shape: [3, 3, 6, 2], values: turned };
    const [a, b] = [
      await compareMade([stem, torch, point]),
      await compareMade([stem, keras, point]),
    ];
    expect(a.file.forward).toHaveLength(3);
    expect(a).toEqual(b);
  });

  it('of a layer of taps that see one pixel is its dense twin, at every place', async () => {
    const weights = (shape: readonly number[]) =>
      [1, 2].map((layer) => ({
        name: `${layer}.weight`,
        shape,
        values: Float32Array.from({ length: 32 * 32 }, (_, k) => 0.2 * normal(keyOf(layer), k)),
      }));
    const dense = await compareMade(weights([32, 32]));
    const conv = await compareMade(weights([32, 32, 1, 1]));
    // 256 examples of 32 numbers, and 16 · 64 places of 32: sampling error of a standard deviation, five times.
    dense.file.forward.forEach((std, i) =>
      expect(Math.abs(conv.file.forward[i]! / std - 1)).toBeLessThan(5 / Math.sqrt(2 * 256)),
    );
  });

  it('keeps He’s signal and loses PyTorch’s default by √6 in every layer', async () => {
    const { file, he } = await compare('default');
    expect(he.forward.at(-2)! / he.forward[0]!).toBeGreaterThan(0.1);
    // Without its biases 6^(−29/2); they hold the signal up at about their own size.
    expect(file.forward.at(-2)! / file.forward[0]!).toBeLessThan(0.3);
    expect(file.backward[0]! / file.backward.at(-1)!).toBeLessThan(1e-9);
  });
});

describe('why a file is no chain', () => {
  const tensor = (name: string, shape: readonly number[]) => ({ name, shape, use: null });
  const found = (...tensors: ReturnType<typeof tensor>[]) =>
    plainChain(
      layoutsOf(tensors, 'pytorch', null).map((layout, i) => ({ ...tensors[i]!, layout })),
    );
  const conv = tensor('c1.weight', [8, 3, 3, 3]);

  for (const [why, at, ...tensors] of [
    ['too-few', null, conv],
    ['other-kind', 'bn.weight', conv, tensor('bn.weight', [8])],
    ['sizes', 'c2.weight', conv, tensor('c2.weight', [8, 3, 3, 3])],
    ['sizes', 'c2.weight', conv, tensor('c2.weight', [9, 4, 3, 3])],
    ['kernel', 'c2.weight', conv, tensor('c2.weight', [8, 8, 9, 9])],
    ['kernel', 'c2.weight', conv, tensor('c2.weight', [8, 8, 4, 4])],
    ['kernel', 'c2.weight', conv, tensor('c2.weight', [8, 8, 1, 3])],
    ['kernel', 'c2.weight', conv, tensor('c2.weight', [8, 8, 3])],
    ['sizes', 'x/depthwise_kernel', conv, tensor('x/depthwise_kernel', [3, 3, 7, 1])],
    ['mixed', 'c1.weight', tensor('f.weight', [3, 9]), conv],
    ['too-large', 'f.weight', tensor('f.weight', [5000, 9])],
  ] as const) {
    it(`${why}${at === null ? '' : ` at ${at}`}`, () =>
      expect(found(...tensors)).toEqual({ kind: 'none', why, at }));
  }

  it('dense layers after convolutions are left out', () => {
    const layers = found(
      conv,
      tensor('c1.bias', [8]),
      tensor('c2.weight', [4, 8, 5, 5]),
      tensor('head.weight', [10, 256]),
      tensor('head.bias', [10]),
    );
    expect(layers).toMatchObject({ kind: 'chain', left: 1, layers: [{ bias: 1 }, { bias: null }] });
  });
});
