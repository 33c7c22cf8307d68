import { describe, expect, it } from 'vitest';
import { runLab } from '../../engine/experiment/runLane.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import { stream } from '../../engine/rng.ts';
import { createReference } from '../../kernels/reference.ts';
import { madeTensors } from '../cabinet/samples.ts';
import type { MadeId } from '../cabinet/samples.ts';
import { bytesSource } from '../read/source.ts';
import { join } from '../write/join.ts';
import { safetensorsParts } from '../write/safetensors.ts';
import { compareChain } from './compareChain.ts';
import { runChain } from './runChain.ts';

const kernels = createReference();
const keyOf = (layer: number) => stream(1, layer, 'weights');
const compare = (id: MadeId) =>
  compareChain(
    bytesSource(join(safetensorsParts(madeTensors(id)))),
    id,
    null,
    { id: 'relu', params: {} },
    kernels,
  );

describe('a chain of given weights', () => {
  it('is what the lab computes for the same weights', () => {
    const [lane] = runLab(
      parseQuery('lane=he_normal&act=tanh&depth=4&width=24&in=24&out=24&batch=256').lab,
      kernels,
      () => 0,
    );
    // The lab's own draws, by its own counters.
    const layers = lane!.layers.map(({ layer, fanIn, fanOut }) => {
      const out = kernels.allocate(fanIn * fanOut, 'f32');
      kernels.fillNormal(out, keyOf(layer), 0, Math.sqrt(2 / fanIn));
      return { fanIn, fanOut, weights: Float32Array.from(kernels.view(out)), bias: null };
    });
    const last = { ...layers.at(-1)!, weights: layers.at(-1)!.weights };
    const { forward } = runChain(kernels, [...layers, last], { id: 'tanh', params: {} }, 1);
    lane!.layers.forEach(({ activations }, i) => expect(forward[i]).toBe(activations.std));
  });

  it('keeps He’s signal and loses PyTorch’s default by √6 in every layer', async () => {
    const { file, he } = await compare('default');
    expect(he.forward.at(-2)! / he.forward[0]!).toBeGreaterThan(0.1);
    // Without its biases 6^(−29/2); they hold the signal up at about their own size.
    expect(file.forward.at(-2)! / file.forward[0]!).toBeLessThan(0.3);
    expect(file.backward[0]! / file.backward.at(-1)!).toBeLessThan(1e-9);
  });

  it('a file with a convolution is none', async () => {
    await expect(compare('mixture')).rejects.toThrow('unsupported');
  });
});
