import { isLabelled } from '../../engine/data/inputs.ts';
import { INITIALIZER_IDS, initializer } from '../../engine/rules/initializer.ts';
import { architecture, inputFor } from '../../engine/passes/architecture.ts';
import { LIMITS } from '../../engine/lab/config.ts';
import { completeInitializer } from '../../engine/rules/spec.ts';
import { INPUT_IDS, PRECISIONS } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { later } from '../../ui/later.tsx';
import { Button } from '../../ui/Button.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import styles from './Controls.module.css';
import { DigitsNote } from './DigitsNote.tsx';
import { layerSizes } from './layerSizes.ts';
import { NetControls } from './NetControls.tsx';
import { ParamFields } from './ParamFields.tsx';
import { ShapesetPreview } from './ShapesetPreview.tsx';
import { WIDTHS } from './stops.ts';

const BlockGroup = later(async () => (await import('./BlockGroup.tsx')).BlockGroup, {
  optional: true,
});

interface MoreControlsProps {
  readonly hidden: ReadonlySet<string>;
}

/** Settings that are needed less often. */
export function MoreControls({ hidden }: MoreControlsProps) {
  const { words, format } = useI18n();
  const lab = useStore((state) => state.lab);
  const setSetting = useStore((state) => state.setSetting);
  const setSeeds = useStore((state) => state.setSeeds);
  const { settings, seeds } = lab;
  const shows = (name: string): boolean => !hidden.has(name);
  const first = lab.lanes[0];
  const conv = settings.net === 'conv';
  const labelled = isLabelled(settings.input);
  const layout =
    first === undefined
      ? null
      : architecture({ ...settings, initializer: first.initializer }).value;
  const sizes = layout === null ? [] : layerSizes(layout, format);
  const shape =
    sizes.length > 6
      ? [...sizes.slice(0, 3), '…', ...sizes.slice(-2)].join(' → ')
      : sizes.join(' → ');
  const size = (key: 'in' | 'out', label: string, fallback: number) => (
    <div className={styles['group']}>
      <Slider
        label={label}
        control={key}
        value={settings[key] ?? fallback}
        text={settings[key] === null ? words.lab.automatic : format.integer(settings[key])}
        min={LIMITS[key].min}
        max={(conv && key === 'in' ? LIMITS.channels : LIMITS[key]).max}
        stops={WIDTHS}
        onChange={(next) => setSetting(key, next)}
      />
      {settings[key] !== null && (
        <Button kind="link" data-action={`auto-${key}`} onClick={() => setSetting(key, null)}>
          {words.lab.automatic}
        </Button>
      )}
    </div>
  );
  return (
    <div className={styles['controls']}>
      {shows('input') && (
        <Select
          label={words.lab.input}
          control="input"
          value={settings.input}
          options={INPUT_IDS.filter(
            (id) => id === settings.input || inputFor({ ...settings, input: id }) === id,
          ).map((id) => ({ value: id, label: words.inputs[id] }))}
          onChange={(next) => setSetting('input', next)}
        />
      )}
      {settings.input === 'shapeset' && <ShapesetPreview seed={settings.seed} />}
      {settings.input === 'digits' && <DigitsNote />}
      {shows('in') &&
        !labelled &&
        size('in', conv ? words.lab.inputChannels : words.lab.inputSize, settings.width)}
      {shows('out') && !labelled && size('out', words.lab.outputSize, settings.width)}
      <p className={styles['note']}>
        {words.lab.sizesNote('')}
        <Ltr>{shape}</Ltr>
      </p>
      <NetControls hidden={hidden} />
      <BlockGroup hidden={hidden} />
      {shows('bias') && (
        <>
          <Select
            label={words.lab.bias}
            control="bias"
            value={settings.bias.id}
            options={INITIALIZER_IDS.map((id) => ({
              value: id,
              label: words.initializers[id].name,
            }))}
            onChange={(id) => setSetting('bias', completeInitializer({ id, params: {} }).value)}
          />
          <ParamFields
            table={initializer(settings.bias.id).params}
            params={settings.bias.params}
            owner="bias"
            onChange={(name, value) =>
              setSetting('bias', {
                id: settings.bias.id,
                params: { ...settings.bias.params, [name]: value },
              })
            }
          />
        </>
      )}
      {shows('precision') && (
        <Select
          label={words.lab.precision}
          control="precision"
          value={settings.precision}
          options={PRECISIONS.map((id) => ({ value: id, label: words.precisions[id] }))}
          onChange={(next) => setSetting('precision', next)}
        />
      )}
      {shows('seeds') && (
        <Slider
          label={words.lab.seeds}
          control="seeds"
          value={seeds}
          text={format.integer(seeds)}
          min={LIMITS.seeds.min}
          max={LIMITS.seeds.max}
          onChange={setSeeds}
        />
      )}
      {shows('backward') && (
        <Toggle
          label={words.lab.backward}
          control="backward"
          checked={settings.backward}
          onChange={(next) => setSetting('backward', next)}
        />
      )}
    </div>
  );
}
