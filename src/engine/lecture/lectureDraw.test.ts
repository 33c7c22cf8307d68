import { describe, expect, test } from 'vitest';
import { erfc } from '../math/erf.ts';
import { laneConfig } from '../lab/lab.ts';
import { lectureDraw } from './lectureDraw.ts';
import { netCorner } from './netCorner.ts';
import { parseQuery } from '../lab/query.ts';
import { INTERVAL } from '../math/shareOutside.ts';

describe('the lecture’s draw', () => {
  test.each([
    ['uniform', 'random_uniform(min=-0.1,max=0.1)'],
    ['normal', 'random_normal(std=0.1)'],
  ] as const)('%s: as a lane with two inputs and one unit has it', (shape, id) => {
    for (const run of [1, 2, 77]) {
      const { lab } = parseQuery(`lane=${id}&in=2&width=1&depth=1&bias=${id}&seed=${run}`);
      const net = netCorner(laneConfig(lab, lab.lanes[0]!), { units: 8, layers: 1 });
      if (net.kind !== 'net') throw new Error(net.kind);
      const [{ weights, bias } = { weights: [], bias: [] }] = net.layers;
      [...weights, ...bias].forEach((value, i) => {
        expect(lectureDraw(run, shape)[i]).toBeCloseTo(value, 7);
      });
    }
  });

  test('uniform stays inside, normal leaves it as often as it should', () => {
    const runs = 3000;
    const share = (shape: 'uniform' | 'normal'): number => {
      const all = Array.from({ length: runs }, (_, i) => lectureDraw(i + 1, shape)).flat();
      return all.filter((value) => Math.abs(value) > INTERVAL).length / all.length;
    };
    const exact = erfc(1 / Math.SQRT2);
    expect(share('uniform')).toBe(0);
    const error = Math.sqrt((exact * (1 - exact)) / (3 * runs));
    expect(Math.abs(share('normal') - exact)).toBeLessThan(4 * error);
  });
});
