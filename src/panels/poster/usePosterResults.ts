import { useEffect, useState } from 'react';
import { computeStages } from '../../store/lesson/stageResults.ts';
import type { LaneResults } from '../../store/lesson/stageResults.ts';
import { POSTER_ACTS, rowQueries, STARTS } from './starts.ts';

export interface PosterResults {
  readonly kind: 'computing' | 'failed' | 'done';
  /** For each activation, the results of its initializations; `null`: not computed yet. */
  readonly rows: readonly (readonly (LaneResults | null)[])[];
}

/** The labs of all rows, with the place of their first lane on the sheet. */
const STAGES = POSTER_ACTS.flatMap((act, row) => {
  let first = 0;
  return rowQueries(act).map(({ query, lanes }) => {
    const stage = { kind: 'lab' as const, query, row, first };
    first += lanes;
    return stage;
  });
});

const NONE: PosterResults = {
  kind: 'computing',
  rows: POSTER_ACTS.map(() => STARTS.map(() => null)),
};

/** Every network of the sheet, computed independently of the page's own lab, and aborted on unmount. */
export function usePosterResults(): PosterResults {
  const [results, setResults] = useState(NONE);
  useEffect(() => {
    const wanted = new AbortController();
    const tell = (change: (old: PosterResults) => PosterResults): void => {
      if (!wanted.signal.aborted) setResults(change);
    };
    computeStages(STAGES, () => undefined, wanted.signal, {
      laneEnded: (stage, lane, ended) => {
        const place = STAGES.find((each) => each === stage);
        if (place === undefined) return;
        tell((old) => ({
          ...old,
          rows: old.rows.map((row, i) =>
            i === place.row ? row.with(place.first + lane, ended) : row,
          ),
        }));
      },
    }).then(
      () => tell((old) => ({ ...old, kind: 'done' })),
      () => tell((old) => ({ ...old, kind: 'failed' })),
    );
    return () => {
      wanted.abort();
      setResults(NONE);
    };
  }, []);
  return results;
}
