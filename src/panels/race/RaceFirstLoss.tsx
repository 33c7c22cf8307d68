import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { classShares } from '../../engine/data/examples.ts';
import { inputOf } from '../../engine/data/inputs.ts';
import { entropy } from '../../engine/theory/entropy.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import styles from '../controls/NetVariantsTable.module.css';
import { classesOf } from './raceMarks.ts';
import { useRaceName } from '../lanes/useRaceName.ts';

/** The loss of every lane before its first step, beside ln C and the entropy of the classes' shares. */
export function RaceFirstLoss() {
  const { format, dir } = useI18n();
  const { firstLoss: own } = useRaceWords();
  const nameOf = useRaceName();
  const lanes = useStore((state) => state.lab.lanes);
  const races = useStore((state) => state.races);
  const text = (value: number | undefined): string =>
    value === undefined ? '–' : format.plain(value);
  return (
    <FigureFrame
      chart="race-first-loss"
      titleLevel={3}
      title={own.title}
      summary={own.title}
      caption={own.caption}
    >
      <table className={styles['table']} dir={dir}>
        <thead>
          <tr>
            {[own.lane, own.measured, own.chance, own.entropy].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane, index) => {
            const state = races[index];
            const input = inputOf(state?.asked.config.experiment.input ?? 'circle');
            const classes = input.kind === 'noise' ? 2 : input.classes;
            const shares = classShares(classes, state?.asked.config.train.imbalance ?? 1);
            return (
              // oxlint-disable-next-line react/no-array-index-key -- a lane is identified only by its index
              <tr key={index}>
                <th scope="row">{nameOf(lane)}</th>
                <td>{text(state?.records[0]?.loss)}</td>
                <td>{text(Math.log(classesOf(state)))}</td>
                <td>{text(entropy(shares))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </FigureFrame>
  );
}
