import { RESCUES, TRAIN_LIMITS } from '../../engine/lab/trainSettings.ts';
import type { TrainSettings } from '../../engine/lab/trainSettings.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Fields } from '../../ui/Fields.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { RATES } from './TrainControls.tsx';

/** Learning rate and rescues of a single lane, to compare the same race with and without them. */
export function LaneTraining({ index }: { readonly index: number }) {
  const { words, format } = useI18n();
  const race = useRaceWords();
  const lane = useStore((state) => state.lab.lanes[index]);
  const common = useStore((state) => state.train);
  const setLane = useStore((state) => state.setLane);
  if (lane === undefined) return null;
  const own = lane.train ?? {};
  const train = { ...common, ...own };
  const set = (change: Partial<TrainSettings>): void =>
    setLane(index, { ...lane, train: { ...own, ...change } });
  return (
    <Fields legend={race.onlyHere}>
      <Slider
        label={race.lr}
        value={train.lr}
        text={format.plain(train.lr)}
        min={TRAIN_LIMITS.lr.min}
        max={TRAIN_LIMITS.lr.max}
        stops={RATES}
        onChange={(next) => set({ lr: next })}
      />
      {RESCUES.map((rescue) => (
        <Toggle
          key={rescue}
          label={race.rescue[rescue].name}
          checked={train.rescues.includes(rescue)}
          onChange={(checked) =>
            set({
              rescues: RESCUES.filter((each) =>
                each === rescue ? checked : train.rescues.includes(each),
              ),
            })
          }
        />
      ))}
      {Object.keys(own).length > 0 && (
        <Button
          kind="link"
          onClick={() => {
            const { train: _, ...plain } = lane;
            setLane(index, plain);
          }}
        >
          {words.lab.asAll}
        </Button>
      )}
    </Fields>
  );
}
