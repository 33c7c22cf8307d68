import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { clipBackward, clipLine } from './clipLine.ts';

describe('clipLine', () => {
  it('ends a line at the edge, where it has the value of the edge', () => {
    const { parts, exits } = clipLine([0, 20, 60, 80], 0, 40);
    expect(parts).toEqual([
      [
        { index: 0, value: 0 },
        { index: 1, value: 20 },
        { index: 1.5, value: 40 },
      ],
    ]);
    expect(exits).toEqual([{ index: 1.5, value: 40, from: { index: 1, value: 20 } }]);
  });

  it('leaves by its last slope when the next value is infinite', () => {
    const { exits } = clipLine([10, 20, Infinity, Infinity], 0, 25);
    expect(exits).toEqual([{ index: 1.5, value: 25, from: { index: 1, value: 20 } }]);
    expect(clipLine([10, Infinity], 0, 25).exits[0]?.index).toBeCloseTo(1, 5);
  });

  it('comes back, and crosses', () => {
    const back = clipLine([0, 10, 0], 0, 5);
    expect(back.parts.map((part) => part.map(({ index }) => index))).toEqual([
      [0, 0.5],
      [1.5, 2],
    ]);
    expect(clipLine([-10, 10], -5, 5).parts).toEqual([
      [
        { index: 0.25, value: -5 },
        { index: 0.75, value: 5 },
      ],
    ]);
  });

  it('breaks at a gap, and draws nothing of what lies outside', () => {
    expect(clipLine([1, null, 1], 0, 5).parts).toHaveLength(2);
    expect(clipLine([7, 8, 9, Infinity], 0, 5)).toEqual({ parts: [], exits: [] });
  });

  it('is never drawn off the line, nor outside', () => {
    const value = fc.oneof(fc.double({ min: -99, max: 99, noNaN: true }), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (values) => {
        for (const { index, value: at } of clipLine(values, -10, 10).parts.flat()) {
          const [a, b] = [values[Math.floor(index)], values[Math.ceil(index)]];
          const line = (a ?? 0) + (index % 1) * ((b ?? 0) - (a ?? 0));
          expect(Math.abs(at)).toBeLessThanOrEqual(10);
          expect(at).toBeCloseTo(line, 6);
        }
      }),
    );
  });
});

describe('clipBackward', () => {
  it('finds where a line leaves on its way from the last value to the first', () => {
    const { parts, exits } = clipBackward([-9, -6, -3, 0], -4, 1);
    expect(exits).toHaveLength(1);
    expect(exits[0]).toMatchObject({ value: -4, from: { index: 2, value: -3 } });
    expect(exits[0]?.index).toBeCloseTo(5 / 3, 12);
    expect(parts[0]?.map(({ index }) => Math.round(index * 3))).toEqual([5, 6, 9]);
  });

  it('leaves towards an overflow, as the line that runs forward does', () => {
    const { exits } = clipBackward([Infinity, 20, 10, 0], 0, 30);
    expect(exits[0]).toMatchObject({ value: 30, from: { index: 1, value: 20 } });
    expect(exits[0]?.index).toBeCloseTo(0, 6);
    expect(clipBackward([0, -1], -4, 1).exits).toEqual([]);
  });
});
