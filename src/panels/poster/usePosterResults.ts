import { useEffect, useState } from 'react';
import { computeStages } from '../../store/lesson/stageResults.ts';
import type { StageResults } from '../../store/lesson/stageResults.ts';
import { POSTER_ACTS, rowQueries } from './starts.ts';

export interface PosterResults {
  readonly kind: 'computing' | 'failed' | 'done';
  /** Number of stages that are computed, and of all. */
  readonly done: number;
  readonly of: number;
  /** For each activation, the results of its initializations in order, as far as they are computed. */
  readonly rows: readonly StageResults['lanes'][];
}

const STAGES = POSTER_ACTS.flatMap((act) =>
  rowQueries(act).map((query) => ({ act, kind: 'lab' as const, query })),
);

const NONE: PosterResults = {
  kind: 'computing',
  done: 0,
  of: STAGES.length,
  rows: POSTER_ACTS.map(() => []),
};

/** Every network of the sheet, computed independently of the page's own lab, and aborted on unmount. */
export function usePosterResults(): PosterResults {
  const [results, setResults] = useState(NONE);
  useEffect(() => {
    const wanted = new AbortController();
    const tell = (change: (old: PosterResults) => PosterResults): void => {
      if (!wanted.signal.aborted) setResults(change);
    };
    computeStages(
      STAGES,
      (done, { lanes }) =>
        tell((old) => ({
          ...old,
          done,
          rows: old.rows.map((row, i) =>
            POSTER_ACTS[i] === STAGES[done - 1]?.act ? [...row, ...lanes] : row,
          ),
        })),
      wanted.signal,
    ).then(
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
