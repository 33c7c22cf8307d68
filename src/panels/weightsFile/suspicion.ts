/** Sorts tensors, suspicious ones first. */
import { FINDING_IDS, SEVERITY } from '../../weightsFile/findings/finding.ts';
import type { Examined, Finding, FindingId } from '../../weightsFile/findings/finding.ts';

const RANK = { wrong: 0, look: 1, right: 3 } as const;
/** Rank of a tensor without a finding: after those worth a look, before those that only look wrong. */
const WITHOUT_FINDING = 2;

export interface Suspect {
  readonly examined: Examined;
  readonly findings: readonly FindingId[];
}

const rankOf = ({ findings }: Suspect): number =>
  Math.min(WITHOUT_FINDING, ...findings.map((id) => RANK[SEVERITY[id]]));

/** Tensors of equal rank keep the file's order. */
export function bySuspicion(
  tensors: readonly Examined[],
  findings: readonly Finding[],
): readonly Suspect[] {
  const found = new Map<string, FindingId[]>();
  for (const { id, tensors: names } of findings) {
    for (const name of names) found.set(name, [...(found.get(name) ?? []), id]);
  }
  const first = (suspect: Suspect): number => {
    const [id] = suspect.findings;
    return id === undefined ? FINDING_IDS.length : FINDING_IDS.indexOf(id);
  };
  return tensors
    .map((examined) => ({ examined, findings: found.get(examined.summary.name) ?? [] }))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || first(a) - first(b));
}
