import { expect, it } from 'vitest';
import { parseQuery } from '../../engine/lab/query.ts';
import { cellQuery, POSTER_ACTS, rowQueries, scaledVariance, STARTS } from './starts.ts';

it('asks for every start of a row once, in order', () => {
  for (const act of POSTER_ACTS) {
    const labs = rowQueries(act).map(({ query }) => parseQuery(query, 'lab'));
    expect(labs.flatMap(({ lab }) => lab.lanes.map(({ initializer }) => initializer))).toEqual(
      STARTS.map(({ initializer }) => initializer),
    );
    for (const { lab, notices } of labs) {
      expect(notices).toEqual([]);
      expect(lab.settings).toMatchObject({ depth: 20, width: 256, seed: 1, act: { id: act } });
    }
  }
});

it('leads from a cell to its own lab', () => {
  const [start] = STARTS;
  const { lab } = parseQuery(cellQuery(start!, 'tanh'), 'lab');
  expect(lab.lanes).toHaveLength(1);
  expect(lab.lanes[0]?.initializer).toEqual(start?.initializer);
});

it('knows n · Var(w): 1 for Xavier, 2 for He, a third for PyTorch', () => {
  const scaled = STARTS.map(scaledVariance);
  expect(scaled.slice(0, 2)).toEqual([null, null]);
  [0.0256, 256, 1, 2, 1 / 3].forEach((value, i) => expect(scaled[i + 2]).toBeCloseTo(value, 9));
});
