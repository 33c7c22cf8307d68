import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import type { RunComparison, TensorPath } from '../../weightsFile/run/compareCheckpoints.ts';
import { TensorName } from './TensorName.tsx';
import styles from './weightsFile.module.css';

/** Most rows shown: the tensors that moved farthest. */
const MAX_ROWS = 40;

/** Relative distance moved. A tensor that began at 0 has none, and sorts last. */
function movedIn({ moments }: TensorPath): number {
  const moved = moments.at(-1)?.moved ?? -Infinity;
  return Number.isFinite(moved) ? moved : -1;
}

/** Every tensor at the start and at the end of the run, those that moved farthest first. */
export function RunTable({ comparison: { tensors } }: { readonly comparison: RunComparison }) {
  const { format } = useI18n();
  const { run, columns } = useWeightsWords();
  const print = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? '–' : format.plain(value);
  const printMoved = ({ moments }: TensorPath): string =>
    moments[0]?.rms === 0 ? run.fromZero : print(moments.at(-1)?.moved);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- lets a wide table be scrolled by keyboard
    <section className={styles['scroller']} tabIndex={0} aria-label={run.table}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{run.columns.moved}</th>
            <th scope="col">{run.columns.cosine}</th>
            <th scope="col">{run.columns.first}</th>
            <th scope="col">{run.columns.last}</th>
          </tr>
        </thead>
        <tbody>
          {tensors
            .toSorted((a, b) => movedIn(b) - movedIn(a))
            .slice(0, MAX_ROWS)
            .map((path) => {
              const { name, moments } = path;
              return (
                <tr key={name} data-path={name}>
                  <td>
                    <TensorName name={name} />
                  </td>
                  <td className={styles['number']}>{printMoved(path)}</td>
                  <td className={styles['number']}>{print(moments.at(-1)?.cosine)}</td>
                  <td className={styles['number']}>{print(moments[0]?.rms)}</td>
                  <td className={styles['number']}>{print(moments.at(-1)?.rms)}</td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </section>
  );
}
