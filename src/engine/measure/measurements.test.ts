import { expect, it } from 'vitest';
import { rmsOfRows } from './measurements.ts';

it('takes the root mean square of each of the first rows', () => {
  const rows = [3, 4, 0, 0, -1, 1, 7, 7];
  expect(rmsOfRows(Float32Array.from(rows), 2, 3)).toEqual([Math.sqrt(12.5), 0, 1]);
  expect(rmsOfRows(Float64Array.from(rows), 4, 24)).toHaveLength(2);
  expect(rmsOfRows(Float64Array.of(Infinity, 1), 2, 1)).toEqual([Infinity]);
});
