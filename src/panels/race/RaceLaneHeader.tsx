import { learnedShare } from '../../engine/train/testSet.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { problemOf } from '../../store/state/requests.ts';
import { useStore } from '../../store/store.ts';
import { LaneHead } from '../lanes/LaneHead.tsx';
import { LaneProblem } from '../lanes/LaneProblem.tsx';
import { LaneTraining } from './LaneTraining.tsx';
import { useRaceName } from '../lanes/useRaceName.ts';
import styles from './RaceLanesPanel.module.css';

interface RaceLaneHeaderProps {
  readonly index: number;
  readonly editable: boolean;
}

/** The lane's name and its standing at the playhead. */
export function RaceLaneHeader({ index, editable }: RaceLaneHeaderProps) {
  const nameOf = useRaceName();
  const lane = useStore((state) => state.lab.lanes[index]);
  const problem = useStore((state) => problemOf(state.races[index]?.request));
  if (lane === undefined) return null;
  return (
    <LaneHead
      index={index}
      name={nameOf(lane)}
      editable={editable}
      more={<LaneTraining index={index} />}
    >
      {problem === null ? (
        <Standing index={index} />
      ) : (
        <LaneProblem index={index} problem={problem} />
      )}
    </LaneHead>
  );
}

/** The lane's results up to the playhead, in words. */
function Standing({ index }: { readonly index: number }) {
  const { format } = useI18n();
  const race = useRaceWords();
  const records = useStore((state) => state.races[index]?.records);
  const outcome = useStore((state) => state.races[index]?.outcome ?? null);
  const inspection = useStore((state) => state.races[index]?.inspection ?? null);
  const revealed = useStore((state) => Math.floor(state.revealed));
  const steps = useStore((state) => state.train.steps);
  const input = useStore((state) => state.races[index]?.asked.config.experiment.input ?? 'circle');
  const share = learnedShare(input);
  const learned = records?.find(({ accuracy }) => accuracy >= share)?.step ?? null;
  const diverged = outcome?.divergedAt ?? null;
  const finding = ((): string => {
    if (diverged !== null && diverged <= revealed) return race.diverged(format.integer(diverged));
    if (learned !== null && learned <= revealed) {
      return race.learned(format.integer(learned), format.percent(share));
    }
    return revealed >= steps
      ? race.neverLearned(format.integer(steps), format.percent(share))
      : race.notLearned(format.percent(share));
  })();
  return (
    <div className={styles['facts']} data-standing>
      <p>
        <strong>{finding}</strong>
      </p>
      <p className={styles['minor']}>
        {inspection === null
          ? ' '
          : `${race.lossIs(format.plain(inspection.loss))} · ${race.wrong(
              format.integer(inspection.count - inspection.correct),
              format.integer(inspection.count),
            )}`}
      </p>
    </div>
  );
}
