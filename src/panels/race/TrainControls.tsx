import { isLabelled } from '../../engine/data/inputs.ts';
import { LIMITS } from '../../engine/lab/config.ts';
import { inputFor } from '../../engine/passes/architecture.ts';
import { INPUT_IDS } from '../../engine/types.ts';
import { NetControls } from '../controls/NetControls.tsx';
import { RESCUES, TRAIN_LIMITS } from '../../engine/lab/trainSettings.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { later } from '../../ui/later.tsx';
import { Fields } from '../../ui/Fields.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { DigitsNote } from '../controls/DigitsNote.tsx';
import { ShapesetPreview } from '../controls/ShapesetPreview.tsx';
import styles from './TrainControls.module.css';

export const RATES = [
  0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100,
] as const;
const STEPS = [50, 100, 200, 300, 500, 1000, 2000, 3000, 5000, 10_000, 30_000, 100_000] as const;
const MOMENTA = [0, 0.5, 0.8, 0.9, 0.95, 0.99] as const;
const BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] as const;

const BlockGroup = later(async () => (await import('../controls/BlockGroup.tsx')).BlockGroup);
const ClassControls = later(async () => (await import('./ClassControls.tsx')).ClassControls);
const KeepControl = later(async () => (await import('./KeepControl.tsx')).KeepControl);

interface TrainControlsProps {
  readonly hidden: ReadonlySet<string>;
}

/** Training settings common to all lanes. */
export function TrainControls({ hidden }: TrainControlsProps) {
  const { words, format } = useI18n();
  const race = useRaceWords();
  const input = useStore((state) => state.lab.settings.input);
  const dataSeed = useStore((state) => state.lab.settings.seed);
  const seeds = useStore((state) => state.lab.seeds);
  const train = useStore((state) => state.train);
  const setTrain = useStore((state) => state.setTrain);
  const setSetting = useStore((state) => state.setSetting);
  const setSeeds = useStore((state) => state.setSeeds);
  const shows = (name: string): boolean => !hidden.has(name);
  const net = useStore((state) => state.lab.settings.net);
  const sets = INPUT_IDS.filter((id) => isLabelled(id) && inputFor({ net, input: id }) === id);
  const set = inputFor({ net, input: isLabelled(input) ? input : 'circle' });
  return (
    <Fields gap="roomy">
      {shows('input') && (
        <Select
          label={race.data}
          control="input"
          value={set}
          options={sets.map((id) => ({ value: id, label: words.inputs[id] }))}
          onChange={(next) => setSetting('input', next)}
        />
      )}
      {set === 'shapeset' && <ShapesetPreview seed={dataSeed} />}
      {set === 'digits' && <DigitsNote />}
      <NetControls hidden={hidden} />
      <BlockGroup hidden={hidden} trainBatch={train.trainBatch} />
      {shows('lr') && (
        <Slider
          label={race.lr}
          control="lr"
          value={train.lr}
          text={format.plain(train.lr)}
          min={TRAIN_LIMITS.lr.min}
          max={TRAIN_LIMITS.lr.max}
          stops={RATES}
          onChange={(lr) => setTrain({ lr })}
        />
      )}
      {shows('steps') && (
        <Slider
          label={race.steps}
          control="steps"
          value={train.steps}
          text={race.stepsText(format.integer(train.steps))}
          min={TRAIN_LIMITS.steps.min}
          max={TRAIN_LIMITS.steps.max}
          stops={STEPS}
          onChange={(steps) => setTrain({ steps })}
        />
      )}
      {shows('momentum') && (
        <Slider
          label={race.momentum}
          control="momentum"
          value={train.momentum}
          text={format.plain(train.momentum)}
          min={TRAIN_LIMITS.momentum.min}
          max={TRAIN_LIMITS.momentum.max}
          stops={MOMENTA}
          onChange={(momentum) => setTrain({ momentum })}
        />
      )}
      {shows('train_batch') && (
        <Slider
          label={race.trainBatch}
          control="train_batch"
          value={train.trainBatch}
          text={format.integer(train.trainBatch)}
          min={TRAIN_LIMITS.train_batch.min}
          max={TRAIN_LIMITS.train_batch.max}
          stops={BATCHES}
          onChange={(trainBatch) => setTrain({ trainBatch })}
        />
      )}
      {shows('keep') && <KeepControl />}
      <ClassControls input={set} hidden={hidden} />
      {shows('seeds') && (
        <Slider
          label={race.seeds}
          control="seeds"
          value={seeds}
          text={format.integer(seeds)}
          min={LIMITS.seeds.min}
          max={LIMITS.seeds.max}
          onChange={setSeeds}
        />
      )}
      {shows('rescue') && (
        <fieldset className={styles['rescues']}>
          <legend>{race.rescues}</legend>
          {RESCUES.map((rescue) => (
            <div key={rescue}>
              <Toggle
                label={race.rescue[rescue].name}
                control={`rescue.${rescue}`}
                checked={train.rescues.includes(rescue)}
                onChange={(checked) =>
                  setTrain({
                    rescues: RESCUES.filter((each) =>
                      each === rescue ? checked : train.rescues.includes(each),
                    ),
                  })
                }
              />
              <p className={styles['note']}>
                {race.rescue[rescue].about}{' '}
                <cite dir="ltr" lang="en">
                  {race.rescue[rescue].cite}
                </cite>
              </p>
            </div>
          ))}
          <p className={styles['note']}>{race.lsuv}</p>
        </fieldset>
      )}
    </Fields>
  );
}
