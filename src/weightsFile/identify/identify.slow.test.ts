import { describe, expect, it } from 'vitest';
import { mix } from '../../engine/rng.ts';
import { createReference } from '../../kernels/reference.ts';
import { drawLayer, freshCases, judgeFresh, ruleOf } from '../../../tests/weightsFile/fresh.ts';

const kernels = createReference();

/** Share of rules named right over all rules of the table and these seeds. */
async function shareRight(fanOut: number, fanIn: number, seeds: number): Promise<number> {
  let right = 0;
  for (const rule of freshCases()) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const values = drawLayer(kernels, rule, fanOut, fanIn, seed);
      if ((await judgeFresh(values, rule, fanOut, fanIn)).isRight) right += 1;
    }
  }
  return right / (freshCases().length * seeds);
}

describe('the rule of a fresh layer', () => {
  // A sample of what bench/weights/confusion.mjs runs over 50 seeds.
  it.each([
    [10, 16, 0.9],
    [16, 10, 0.9],
    [32, 32, 0.99],
    [128, 64, 0.99],
  ])('is named for %i x %i weights', async (fanOut, fanIn, wanted) => {
    expect(await shareRight(fanOut, fanIn, 4)).toBeGreaterThanOrEqual(wanted);
  });

  it('stands together with those that give the same law', async () => {
    const values = drawLayer(kernels, 'he_normal', 100, 100, 1);
    expect((await ruleOf(values, 100, 100))?.names).toEqual(
      expect.arrayContaining(['he_normal', 'he_normal(mode=fan_out)', 'xavier_normal(gain=1.414)']),
    );
  });

  it('is none where the numbers follow no rule', async () => {
    // Two heaps far apart.
    const values = Float32Array.from(
      { length: 4096 },
      (_, i) => (i % 2 === 0 ? 1 : -1) + (mix(i) / 2 ** 32) * 0.1,
    );
    expect(await ruleOf(values, 64, 64)).toBeNull();
  });
});

describe('a slip in the scale', () => {
  const scaled = (rule: string, factor: number): Float32Array<ArrayBuffer> =>
    drawLayer(kernels, rule, 128, 512, 1).map((value) => value * factor);
  it.each([
    ['wrong-fan', drawLayer(kernels, 'he_normal(mode=fan_out)', 128, 512, 1)],
    ['variance-as-std', scaled('he_normal', Math.sqrt(2 / 512))],
    ['std-as-limit', scaled('he_uniform', 1 / Math.sqrt(3))],
    ['none', drawLayer(kernels, 'he_normal', 128, 512, 1)],
  ])('%s', async (slip, values) => {
    expect((await ruleOf(values, 128, 512))?.slip ?? 'none').toBe(slip);
  });
});
