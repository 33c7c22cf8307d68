import { LIMITS } from '../../engine/lab/config.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Slider } from '../../ui/Slider.tsx';
import { WIDTHS } from './stops.ts';

/** Units per hidden layer, or channels, common to all lanes. */
export function WidthSlider() {
  const { words, format } = useI18n();
  const width = useStore((state) => state.lab.settings.width);
  const conv = useStore((state) => state.lab.settings.net === 'conv');
  const setSetting = useStore((state) => state.setSetting);
  return (
    <Slider
      label={conv ? words.lab.channels : words.lab.width}
      control="width"
      value={width}
      text={conv ? format.integer(width) : words.lab.units(format.integer(width))}
      min={LIMITS.width.min}
      max={(conv ? LIMITS.channels : LIMITS.width).max}
      stops={WIDTHS}
      onChange={(next) => setSetting('width', next)}
    />
  );
}
