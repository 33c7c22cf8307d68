/** The facts of a stage before anything has run: the configuration of its lanes. */
import { raceLanes } from '../engine/train/lanes.ts';
import { parseQuery } from '../engine/lab/query.ts';
import type { Facts } from './facts/facts.ts';
import { NO_FACTS } from './facts/facts.ts';
import type { Stage } from './schema.ts';

export function configFacts({ kind, query }: Stage): Facts {
  if (kind === 'lab') return NO_FACTS;
  const { lanes } = raceLanes(parseQuery(query, kind));
  return {
    ...NO_FACTS,
    races: lanes.map((config) => ({ config, records: [], outcome: null })),
  };
}
