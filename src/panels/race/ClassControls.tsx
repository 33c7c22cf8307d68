import { classShares } from '../../engine/data/examples.ts';
import { inputOf } from '../../engine/data/inputs.ts';
import { TRAIN_LIMITS } from '../../engine/lab/trainSettings.ts';
import { entropy } from '../../engine/theory/entropy.ts';
import type { InputId } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { Slider } from '../../ui/Slider.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import styles from './TrainControls.module.css';

const TIMES = [1, 2, 3, 5, 9, 19, 49, 99, 100] as const;

interface ClassControlsProps {
  /** The race's input, which has labels. */
  readonly input: InputId;
  readonly hidden: ReadonlySet<string>;
}

/** Controls that make one class rare, and that set the output biases by the classes' shares. */
export function ClassControls({ input, hidden }: ClassControlsProps) {
  const { format } = useI18n();
  const race = useRaceWords();
  const { imbalance, priorBias } = useStore((state) => state.train);
  const setTrain = useStore((state) => state.setTrain);
  const data = inputOf(input);
  const classes = data.kind === 'noise' ? 2 : data.classes;
  const shares = classShares(classes, imbalance);
  return (
    <div>
      {!hidden.has('imbalance') && (
        <Slider
          label={race.imbalance}
          control="imbalance"
          value={imbalance}
          text={imbalance === 1 ? race.balanced : race.imbalanceOf(format.plain(imbalance))}
          min={TRAIN_LIMITS.imbalance.min}
          max={TRAIN_LIMITS.imbalance.max}
          stops={TIMES}
          onChange={(next) => setTrain({ imbalance: next })}
        />
      )}
      {imbalance !== 1 && (
        <p className={styles['note']}>
          {race.imbalanceNote(
            format.percent(shares.at(-1) ?? 0),
            format.plain(entropy(shares)),
            format.plain(Math.log(classes)),
          )}
        </p>
      )}
      {!hidden.has('prior_bias') && (imbalance !== 1 || priorBias) && (
        <>
          <Toggle
            label={race.priorBias}
            control="prior_bias"
            checked={priorBias}
            onChange={(next) => setTrain({ priorBias: next })}
          />
          <p className={styles['note']}>{race.priorNote}</p>
        </>
      )}
    </div>
  );
}
