import { describe, expect, it } from 'vitest';
import { drawLine, moveByKey } from './sketch.ts';
import type { Sketch } from './sketch.ts';

const EMPTY: Sketch = [null, null, null, null, null];
const DOMAIN = { lo: -4, hi: 2 };

describe('drawn', () => {
  it('gives a point to every layer the pointer ran past', () => {
    expect(drawLine(EMPTY, [1, 0], [5, -4])).toEqual([0, -1, -2, -3, -4]);
  });

  it('runs to the left as well', () => {
    expect(drawLine(EMPTY, [4, -2], [2, 0])).toEqual([null, 0, -1, -2, null]);
  });

  it('leaves what lies outside as it was', () => {
    expect(drawLine([1, 1, 1, 1, 1], [2, 0], [2, 0])).toEqual([1, 0, 1, 1, 1]);
  });
});

describe('moved', () => {
  it('walks the layers and stays on them', () => {
    expect(moveByKey(EMPTY, 1, 'ArrowLeft', DOMAIN)?.layer).toBe(1);
    expect(moveByKey(EMPTY, 1, 'ArrowRight', DOMAIN)?.layer).toBe(2);
    expect(moveByKey(EMPTY, 2, 'End', DOMAIN)?.layer).toBe(5);
  });

  it('draws the line up to a first point', () => {
    expect(moveByKey([0, null, null, null, null], 5, 'PageDown', DOMAIN)?.sketch).toEqual([
      0, -0.5, -1, -1.5, -2,
    ]);
  });

  it('stays on the axis', () => {
    expect(moveByKey([-4, null, null, null, null], 1, 'ArrowDown', DOMAIN)?.sketch[0]).toBe(-4);
  });

  it('has nothing to do with other keys', () => {
    expect(moveByKey(EMPTY, 1, 'Enter', DOMAIN)).toBeNull();
  });
});
