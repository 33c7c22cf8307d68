import { LIMITS } from '../../engine/lab/config.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Slider } from '../../ui/Slider.tsx';
import { BATCHES } from './stops.ts';

/** Examples that pass through the lanes at once. */
export function BatchSlider() {
  const { words, format } = useI18n();
  const batch = useStore((state) => state.lab.settings.batch);
  const setSetting = useStore((state) => state.setSetting);
  return (
    <Slider
      label={words.lab.batch}
      control="batch"
      value={batch}
      text={words.lab.examples(format.integer(batch))}
      min={LIMITS.batch.min}
      max={LIMITS.batch.max}
      stops={BATCHES}
      onChange={(next) => setSetting('batch', next)}
    />
  );
}
