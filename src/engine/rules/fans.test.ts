/** Fans against counting: which outputs does one input reach, by the definition of the layer. */
import { describe, expect, test } from 'vitest';
import type { FansOf } from './fans.ts';
import { countedFans, fans, weightShape } from './fans.ts';

type Conv = Extract<FansOf, { readonly kernel: number }>;
const conv = (kernel: number, inputs: number, outputs: number, rest: Partial<Conv> = {}): Conv => ({
  kind: 'conv',
  inputs,
  outputs,
  kernel,
  ...rest,
});

test('a depthwise kernel has one channel in, and PyTorch reads its fan-out off the wrong axis', () => {
  const layer = conv(3, 64, 64, { groups: 64 });
  expect(fans(layer)).toEqual({ fanIn: 9, fanOut: 9 });
  expect(weightShape('pytorch', layer)).toEqual([64, 1, 3, 3]);
  expect(countedFans('pytorch', layer).fanOut).toBe(64 * fans(layer).fanOut);
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
