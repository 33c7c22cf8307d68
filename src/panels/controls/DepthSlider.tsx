import { LIMITS } from '../../engine/lab/config.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Slider } from '../../ui/Slider.tsx';

/** Hidden layers, common to all lanes. */
export function DepthSlider({ min }: { readonly min: number }) {
  const { words, format } = useI18n();
  const depth = useStore((state) => state.lab.settings.depth);
  const setSetting = useStore((state) => state.setSetting);
  return (
    <Slider
      label={words.lab.depth}
      control="depth"
      value={depth}
      text={depth === 1 ? words.lab.oneLayer : words.lab.layers(format.integer(depth))}
      min={min}
      max={LIMITS.depth.max}
      onChange={(next) => setSetting('depth', next)}
    />
  );
}
