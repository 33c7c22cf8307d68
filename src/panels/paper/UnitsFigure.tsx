import { directionOf } from '../../i18n/bidi.ts';
import { useRaceWords } from '../../i18n/race/words.ts';
import type { PaperView } from './paperView.ts';
import styles from './paper.module.css';

const PITCH = 25;
const ROW = 38;

/**
 * The units of every layer at the end of the race, and how many of them differ; empty: only the circles, for
 * readers to letter.
 */
export function UnitsFigure({ view }: { readonly view: PaperView }) {
  const race = useRaceWords();
  const { facts, names, lab, isEmpty, format } = view;
  const { depth, width: units } = lab.settings;
  return (
    <div
      className={styles['columns']}
      style={{ gridTemplateColumns: `repeat(${names.length}, minmax(0, 1fr))` }}
    >
      {names.map((name, lane) => {
        const distinct = isEmpty ? [] : (facts.races[lane]?.records.at(-1)?.distinctUnits ?? []);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- two lanes may have the same name
          <div key={`${lane} ${name}`}>
            {names.length > 1 && <p dir={directionOf(name)}>{name}</p>}
            {Array.from({ length: depth }, (_, layer) => {
              const kinds = distinct[layer];
              return (
                <div key={layer} className={styles['units']}>
                  <svg
                    viewBox={`0 0 ${units * PITCH} ${ROW}`}
                    style={{ maxInlineSize: `${units * PITCH}px` }}
                    aria-hidden
                  >
                    {Array.from({ length: units }, (_each, unit) => (
                      <circle
                        key={unit}
                        cx={(unit + 0.5) * PITCH}
                        cy={12}
                        r={9}
                        data-unit={kinds === undefined || kinds === units ? 'own' : 'twin'}
                      />
                    ))}
                    {kinds === 1 && (
                      <path d={`M4,${ROW - 14}v6H${units * PITCH - 4}v-6`} data-axis />
                    )}
                  </svg>
                  <p>
                    {kinds === undefined
                      ? view.words.charts.layer(format.integer(layer + 1))
                      : race.distinct(
                          format.integer(kinds),
                          format.integer(units),
                          format.integer(layer + 1),
                        )}
                  </p>
                </div>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}
