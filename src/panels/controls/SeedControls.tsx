import { memo, useId } from 'react';
import { Dices, RotateCcw } from 'lucide-react';
import { LIMITS } from '../../engine/lab/config.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberBox } from '../../ui/NumberBox.tsx';
import styles from './Controls.module.css';

/** The seed, the buttons that draw with another or the same one, and the button that resets everything. */
export const SeedControls = memo(function SeedControls() {
  const { words, format } = useI18n();
  const seed = useStore((state) => state.lab.settings.seed);
  const setSetting = useStore((state) => state.setSetting);
  const newSeed = useStore((state) => state.newSeed);
  const reset = useStore((state) => state.reset);
  const id = useId();
  return (
    <div className={styles['group']}>
      <p className={styles['seed']}>
        <span id={id}>{words.lab.seed}</span>
        <NumberBox
          control="seed"
          labelledBy={id}
          value={seed}
          text={format.typed(seed)}
          min={LIMITS.seed.min}
          max={LIMITS.seed.max}
          step={(from, direction) => from + direction}
          onChange={(next) => setSetting('seed', next)}
        />
      </p>
      <div className={styles['row']}>
        <Button data-action="new-seed" onClick={newSeed}>
          <Dices aria-hidden size="1.1em" />
          {words.lab.newSeed}
        </Button>
        <Button
          kind="quiet"
          data-action="same-seed"
          title={words.lab.sameSeedHint}
          onClick={() => useStore.getState().runAll()}
        >
          {words.lab.sameSeed}
        </Button>
        <Button kind="quiet" data-action="reset" onClick={reset}>
          <RotateCcw aria-hidden size="1em" />
          {words.lab.reset}
        </Button>
      </div>
    </div>
  );
});
