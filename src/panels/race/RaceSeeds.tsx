import { NumberTable } from '../../charts/frame/NumberTable.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { allRuns } from './raceMarks.ts';
import { useRaceName } from '../lanes/useRaceName.ts';
import styles from './RaceInside.module.css';

/** With many seeds: how often each lane has learned, and after how many steps. */
export function RaceSeeds() {
  const { format } = useI18n();
  const race = useRaceWords();
  const nameOf = useRaceName();
  const lanes = useStore((state) => state.lab.lanes);
  const races = useStore((state) => state.races);
  const total = useStore((state) => state.lab.seeds);
  const whole = useStore((state) => state.revealed >= state.train.steps);
  if (total === 1 || !whole) return null;
  return (
    <section className={styles['seeds']} data-panel="seeds">
      <h2>{race.seedsTitle}</h2>
      <NumberTable
        caption={race.seedsTitle}
        columns={[
          { id: 'lane', title: race.seedsLane },
          { id: 'learned', title: race.seedsLearned },
          { id: 'median', title: race.seedsMedian },
          { id: 'diverged', title: race.seedsDiverged },
        ]}
        rows={lanes.map((lane, index) => {
          const state = races[index];
          const runs = state === undefined ? [] : allRuns(state);
          const at = runs.map(({ learnedAt }) => learnedAt ?? Infinity).sort((a, b) => a - b);
          const learned = at.filter((step) => step < Infinity).length;
          const median = at[(at.length - 1) >> 1] ?? Infinity;
          const diverged = runs.filter(({ divergedAt }) => divergedAt !== null).length;
          const progress =
            runs.length < total
              ? ` (${race.seedsProgress(format.integer(runs.length), format.integer(total))})`
              : '';
          return {
            id: String(index),
            title: nameOf(lane),
            cells: [
              race.seedsOf(format.integer(learned), format.integer(runs.length)) + progress,
              median === Infinity ? '–' : format.integer(median),
              format.integer(diverged),
            ],
          };
        })}
      />
    </section>
  );
}
