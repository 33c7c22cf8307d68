import { expect, test } from 'vitest';
import { fans } from '../../engine/rules/fans.ts';
import type { FansOf } from '../../engine/rules/fans.ts';
import { isJoined, joinedCount, middleOf, wiringOf } from './wiring.ts';
import type { Place, Side, Wiring } from './wiring.ts';

const allPlaces = (wiring: Wiring, side: Side): readonly Place[] => {
  const size = wiring.places[side];
  return Array.from({ length: wiring.channels[side] * size * size }, (_, i) => ({
    side,
    channel: Math.floor(i / (size * size)),
    row: Math.floor(i / size) % size,
    column: i % size,
  }));
};

const LAYERS: readonly FansOf[] = [
  { kind: 'dense', inputs: 5, outputs: 3 },
  { kind: 'conv', inputs: 3, outputs: 4, kernel: 3 },
  { kind: 'conv', inputs: 4, outputs: 8, kernel: 5, groups: 2 },
  { kind: 'conv', inputs: 6, outputs: 6, kernel: 3, groups: 6 },
  { kind: 'conv', inputs: 2, outputs: 3, kernel: 3, stride: 2 },
  { kind: 'transposed', inputs: 2, outputs: 3, kernel: 5, stride: 2 },
];

test.each(LAYERS)(
  '%j: counting place by place gives what is said, and the fans away from the border',
  (layer) => {
    const wiring = wiringOf(layer);
    const sides = { input: allPlaces(wiring, 'input'), output: allPlaces(wiring, 'output') };
    for (const [side, other] of [
      ['input', 'output'],
      ['output', 'input'],
    ] as const) {
      for (const place of sides[side]) {
        const counted = sides[other].filter((each) => isJoined(wiring, place, each)).length;
        expect(joinedCount(wiring, place)).toBe(counted);
      }
    }
    // As many joints seen from either side.
    const sum = (side: Side) =>
      sides[side].reduce((all, each) => all + joinedCount(wiring, each), 0);
    expect(sum('input')).toBe(sum('output'));
    const stride = layer.kind === 'dense' ? 1 : (layer.stride ?? 1);
    if (stride === 1) {
      expect(joinedCount(wiring, middleOf(wiring, 'output'))).toBe(fans(layer).fanIn);
      expect(joinedCount(wiring, middleOf(wiring, 'input'))).toBe(fans(layer).fanOut);
    }
  },
);

test('a corner of a padded 3 × 3 convolution is fed by four places of nine', () => {
  const wiring = wiringOf({ kind: 'conv', inputs: 3, outputs: 4, kernel: 3 });
  expect(joinedCount(wiring, { side: 'output', channel: 0, row: 0, column: 0 })).toBe(12);
});
