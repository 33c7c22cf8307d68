import { useEffect, useState } from 'react';
import { computeStages } from '../../store/lesson/stageResults.ts';
import type { StageResults } from '../../store/lesson/stageResults.ts';
import { POSTER_ACTS, rowQueries } from './starts.ts';

export type PosterResults =
  | { readonly kind: 'computing'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed' }
  /** Of each activation its starts, in order. */
  | { readonly kind: 'done'; readonly rows: readonly StageResults['lanes'][] };

const STAGES = POSTER_ACTS.flatMap((act) =>
  rowQueries(act).map((query) => ({ act, kind: 'lab' as const, query })),
);

/** Every network of the sheet, computed beside whatever the page shows; given up when nobody wants it any more. */
export function usePosterResults(): PosterResults {
  const [results, setResults] = useState<PosterResults>({
    kind: 'computing',
    done: 0,
    of: STAGES.length,
  });
  useEffect(() => {
    const wanted = new AbortController();
    computeStages(
      STAGES,
      (done) => {
        if (!wanted.signal.aborted) setResults({ kind: 'computing', done, of: STAGES.length });
      },
      wanted.signal,
    ).then(
      (found) =>
        setResults({
          kind: 'done',
          rows: POSTER_ACTS.map((act) =>
            found.flatMap(({ lanes }, i) => (STAGES[i]?.act === act ? lanes : [])),
          ),
        }),
      () => {
        if (!wanted.signal.aborted) setResults({ kind: 'failed' });
      },
    );
    return () => wanted.abort();
  }, []);
  return results;
}
