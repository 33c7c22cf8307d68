/** Fans against counting: which outputs does one input reach, by the definition of the layer. */
import { describe, expect, test } from 'vitest';
import { completeInitializer, parseInitializer } from './spec.ts';
import { drawMoments } from './draw.ts';
import type { FansOf } from './fans.ts';
import { countedFans, fans, weightShape } from './fans.ts';
import { initializer } from './initializer.ts';

type Conv = Extract<FansOf, { readonly kernel: number }>;
const conv = (kernel: number, inputs: number, outputs: number, rest: Partial<Conv> = {}): Conv => ({
  kind: 'conv',
  inputs,
  outputs,
  kernel,
  ...rest,
});

/** Std of a rule on this layer. */
function stdOf(text: string, layer: FansOf, { fanIn, fanOut } = fans(layer)): number {
  const { id, params } = completeInitializer(parseInitializer(text).value).value;
  return drawMoments(initializer(id).draw(params, fanIn, fanOut), fanIn, fanOut)!.std;
}

test('K1: n = k²c/g and n̂ = k²d/g', () => {
  expect(fans(conv(3, 12, 20))).toEqual({ fanIn: 108, fanOut: 180 });
  expect(fans(conv(3, 12, 20, { groups: 4 }))).toEqual({ fanIn: 27, fanOut: 45 });
});

test('K2: 3 × 3, 64 → 64', () => {
  const layer = conv(3, 64, 64);
  expect(fans(layer)).toEqual({ fanIn: 576, fanOut: 576 });
  expect(stdOf('he_normal', layer)).toBeCloseTo(0.058926, 6);
  expect(stdOf('xavier_normal', layer)).toBeCloseTo(0.041667, 6);
  expect(stdOf('xavier_uniform', layer) * Math.sqrt(3)).toBeCloseTo(0.072169, 6);
  expect(stdOf('pytorch_linear', layer)).toBeCloseTo(0.024056, 6);
  expect(stdOf('pytorch_linear', layer) * Math.sqrt(3)).toBeCloseTo(0.041667, 6);
});

test('K3: 3 × 3, 3 → 64', () => {
  const layer = conv(3, 3, 64);
  expect(fans(layer)).toEqual({ fanIn: 27, fanOut: 576 });
  expect(stdOf('he_normal', layer)).toBeCloseTo(0.272166, 6);
  expect(stdOf('he_normal(mode=fan_out)', layer)).toBeCloseTo(0.058926, 6);
  expect(stdOf('xavier_normal', layer)).toBeCloseTo(0.057591, 6);
});

test('K4: 7 × 7, 3 → 64, the first layer of ResNet', () => {
  const layer = conv(7, 3, 64);
  expect(fans(layer)).toEqual({ fanIn: 147, fanOut: 3136 });
  expect(stdOf('he_normal', layer)).toBeCloseTo(0.116642, 6);
  expect(stdOf('he_normal(mode=fan_out)', layer)).toBeCloseTo(0.025254, 6);
});

test('K7: depthwise, where PyTorch counts 64 times too many outputs', () => {
  const layer = conv(3, 64, 64, { groups: 64 });
  expect(fans(layer)).toEqual({ fanIn: 9, fanOut: 9 });
  expect(weightShape('pytorch', layer)).toEqual([64, 1, 3, 3]);
  expect(countedFans('pytorch', layer)).toEqual({ fanIn: 9, fanOut: 576 });
  const rule = 'he_normal(mode=fan_out)';
  expect(stdOf(rule, layer)).toBeCloseTo(0.4714, 4);
  expect(stdOf(rule, layer, countedFans('pytorch', layer))).toBeCloseTo(0.0589, 4);
});

test('K9: VGG model B, backward form, 64 to 512 filters', () => {
  const printed = [0.059, 0.042, 0.029, 0.021];
  const stds = [64, 128, 256, 512].map((d) => stdOf('he_normal(mode=fan_out)', conv(3, d, d)));
  stds.forEach((std, i) => expect(Math.abs(std - printed[i]!)).toBeLessThan(0.0006));
});

/** Mean over a long line of inputs and outputs away from its ends, along one side; squared for two. */
function counted({ kind, inputs, outputs, kernel, groups = 1, stride = 1 }: Conv) {
  const [length, margin] = [12 * stride * kernel, 2 * stride * kernel];
  const fed = new Map<number, number>();
  const feeding = new Map<number, number>();
  for (let at = 0; at < length; at += 1) {
    for (let tap = 0; tap < kernel; tap += 1) {
      // Output `at` of a convolution reads input at·s + tap; input `at` of a transposed one writes there.
      const [from, to] = kind === 'conv' ? [at * stride + tap, at] : [at, at * stride + tap];
      feeding.set(to, (feeding.get(to) ?? 0) + 1);
      fed.set(from, (fed.get(from) ?? 0) + 1);
    }
  }
  const middle = (counts: Map<number, number>): number => {
    const span = Math.max(...counts.keys());
    const inner = Array.from({ length: span + 1 }, (_, i) => counts.get(i) ?? 0)
      .slice(margin)
      .slice(0, 6 * stride);
    return inner.reduce((sum, n) => sum + n, 0) / inner.length;
  };
  return {
    fanIn: (middle(feeding) ** 2 * inputs) / groups,
    fanOut: (middle(fed) ** 2 * outputs) / groups,
  };
}

describe('counted tap by tap', () => {
  test.each(
    (['conv', 'transposed'] as const).flatMap((kind) =>
      [1, 3, 4, 7].flatMap((kernel) =>
        [1, 2, 3].flatMap((stride) =>
          [1, 4].map((groups) => conv(kernel, 8, 12, { kind, stride, groups })),
        ),
      ),
    ),
  )('$kind, kernel $kernel, stride $stride, groups $groups', (layer) => {
    const expected = counted(layer);
    const { fanIn, fanOut } = fans(layer);
    expect(fanIn).toBeCloseTo(expected.fanIn, 9);
    expect(fanOut).toBeCloseTo(expected.fanOut, 9);
  });
});

test('libraries agree with the layer where there are no groups and no stride', () => {
  for (const library of ['pytorch', 'keras', 'flax'] as const) {
    expect(countedFans(library, conv(3, 5, 7))).toEqual(fans(conv(3, 5, 7)));
    const dense = { kind: 'dense', inputs: 5, outputs: 7 } as const;
    expect(countedFans(library, dense)).toEqual(fans(dense));
  }
});

test('of a transposed convolution PyTorch and Keras take the fans for one another, Flax does not', () => {
  const layer = conv(3, 5, 7, { kind: 'transposed' });
  expect(fans(layer)).toEqual({ fanIn: 45, fanOut: 63 });
  for (const library of ['pytorch', 'keras'] as const) {
    expect(countedFans(library, layer)).toEqual({ fanIn: 63, fanOut: 45 });
  }
  expect(countedFans('flax', layer)).toEqual(fans(layer));
});
