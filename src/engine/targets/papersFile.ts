/** `init-lab/papers@1`: what `npm run -s papers` prints and the page exports. */
import { fileNumber } from '../experiment/results.ts';
import { SOURCES } from './sources.ts';
import type { Measured, Target } from './target.ts';
import { badgeOf, targetBadge } from './target.ts';

/** A row shows the band and number of its first value outside its band, or of its first value if there is none. */
function fileRow(target: Target, measured: Measured) {
  const values = target.values.map((value, i) => {
    const found = measured.values[i] ?? Number.NaN;
    return {
      label: value.label,
      printed: value.printed ?? null,
      band: value.band.map(fileNumber),
      measured: fileNumber(found),
      badge: badgeOf(value, found),
    };
  });
  const [first] = values;
  const shown = values.find(({ badge }) => badge === 'outside') ?? first;
  return {
    id: target.id,
    source: SOURCES[target.source].name,
    place: target.place.at === '' ? target.place.kind : `${target.place.kind} ${target.place.at}`,
    printed: target.printed,
    band: shown?.band ?? [],
    measured: shown?.measured ?? null,
    badge: targetBadge(target, measured),
    seeds: Math.max(1, measured.draws.length),
    settings: `${target.door.kind} ${target.door.query}`,
    values,
  };
}

export const papersFile = (rows: readonly (readonly [Target, Measured])[]) => ({
  format: 'init-lab/papers@1',
  rows: rows.map(([target, measured]) => fileRow(target, measured)),
});
