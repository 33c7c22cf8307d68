import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useStore } from '../../store/store.ts';
import { Slider } from '../../ui/Slider.tsx';

/** 0.1 to 10, twelve stops per decade. */
const STOPS: readonly number[] = Array.from({ length: 25 }, (_, i) =>
  Number((10 ** (i / 12 - 1)).toPrecision(2)),
);

/** The weight scale: multiplies every weight of the first lane, as its `gain`. */
export function GainDial() {
  const { format } = useI18n();
  const { dial } = useLessonWords();
  const lane = useStore((state) => state.lab.lanes[0]);
  const setLane = useStore((state) => state.setLane);
  const gain = lane?.initializer.params['gain'];
  if (lane === undefined || typeof gain !== 'number') return null;
  const { id, params } = lane.initializer;
  return (
    <Slider
      label={dial.weights}
      control="gain"
      value={gain}
      text={dial.times(format.plain(gain))}
      min={STOPS[0] ?? gain}
      max={STOPS.at(-1) ?? gain}
      step={0.1}
      stops={STOPS}
      onChange={(next) =>
        setLane(0, { ...lane, initializer: { id, params: { ...params, gain: next } } })
      }
    />
  );
}
