import { TRAIN_LIMITS } from '../../engine/lab/trainSettings.ts';
import { activationMoments } from '../../engine/theory/variance.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useBlocksWords } from '../../i18n/blocks/words.ts';
import { useStore } from '../../store/store.ts';
import { Slider } from '../../ui/Slider.tsx';
import styles from './TrainControls.module.css';

/** Dropout with keep probability p, and the n · Var(w) that then preserves the signal: `p / E[f(Z)²]`. */
export function KeepControl() {
  const { format } = useI18n();
  const own = useBlocksWords();
  const keep = useStore((state) => state.train.keep);
  const act = useStore((state) => state.lab.settings.act);
  const setTrain = useStore((state) => state.setTrain);
  const critical = keep / activationMoments(act, 1).second;
  return (
    <div>
      <Slider
        label={own.keep}
        control="keep"
        value={keep}
        text={format.percent(keep)}
        min={TRAIN_LIMITS.keep.min}
        max={TRAIN_LIMITS.keep.max}
        step={0.05}
        onChange={(next) => setTrain({ keep: next })}
      />
      <p className={styles['note']}>
        {keep === 1 ? own.keepAll : own.keepCritical(format.percent(keep), format.plain(critical))}
      </p>
    </div>
  );
}
