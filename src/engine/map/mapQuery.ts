/** The query of `#/map` and of `npm run map`: the lab's keys, and `kind`, which selects one of the two maps. */
import { parseQuery } from '../lab/query.ts';
import type { LabQuery } from '../lab/query.ts';
import { printLane } from '../lab/query.ts';
import { laneAt } from './mapPoint.ts';

export const MAP_KINDS = ['chaos', 'trainability'] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** A point on the critical line of tanh, where 80 layers can be trained (Schoenholz et al. 2017, fig. 5). */
const CRITICAL = { weightVariance: 1.75, biasVariance: 0.05 } as const;

/** The map's defaults: its lanes in a deep tanh net, and how the cells are trained. */
const usualParts = () => [
  // Used only if the link has no lanes.
  ['lane', [printLane(laneAt(CRITICAL)), 'xavier_normal', 'he_normal'].join('&lane=')],
  ['act', 'tanh'],
  ['depth', '30'],
  ['width', '64'],
  ['input', 'gaussian'],
  ['lr', '0.003'],
  ['steps', '1000'],
];

/** Parses any text; `kind` is chaos unless the query says trainability. */
export function parseMap(query: string): { readonly kind: MapKind; readonly query: LabQuery } {
  const parts = query.replace(/^\?/, '').split('&');
  const kind = parts.some((part) => part === 'kind=trainability') ? 'trainability' : 'chaos';
  const rest = parts.filter((part) => !part.startsWith('kind='));
  const usual = usualParts().filter(([key]) => !rest.some((part) => part.startsWith(`${key}=`)));
  const text = [...rest, ...usual.map((pair) => pair.join('='))].join('&');
  return { kind, query: parseQuery(text) };
}
