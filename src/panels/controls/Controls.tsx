import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Dices, RotateCcw } from 'lucide-react';
import { activation } from '../../engine/rules/activations.ts';
import { LIMITS, MIN_DEPTH } from '../../engine/lab/config.ts';
import { completeActivation } from '../../engine/rules/spec.ts';
import { ACTIVATION_IDS, QUANTITIES } from '../../engine/types.ts';
import type { ActivationId } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { Fields } from '../../ui/Fields.tsx';
import { Slider } from '../../ui/Slider.tsx';
import styles from './Controls.module.css';
import { MoreControls } from './MoreControls.tsx';
import { MORE_NAMES } from './stageControls.ts';
import { ParamFields } from './ParamFields.tsx';
import { BATCHES } from './stops.ts';
import { WidthSlider } from './WidthSlider.tsx';

const COMMON: readonly ActivationId[] = ['sigmoid', 'tanh', 'relu'];

interface ControlsProps {
  /** Names of controls a teacher's link hides. */
  readonly hidden: ReadonlySet<string>;
  /** Further controls, placed before the seed. */
  readonly children?: ReactNode;
}

/** Controls for the settings common to all lanes. */
export function Controls({ hidden, children }: ControlsProps) {
  const { words, format } = useI18n();
  const settings = useStore((state) => state.lab.settings);
  const stage = useStore((state) => state.stage);
  const quantity = useStore((state) => state.quantity);
  const scale = useStore((state) => state.scale);
  const setSetting = useStore((state) => state.setSetting);
  const setView = useStore((state) => state.setView);
  const newSeed = useStore((state) => state.newSeed);
  const reset = useStore((state) => state.reset);
  const { act, depth, batch, seed } = settings;
  const seedId = useId();
  const [wide, setWide] = useState(false);
  const all = wide || !COMMON.includes(act.id);
  const setAct = (id: ActivationId): void =>
    setSetting('act', completeActivation({ id, params: {} }).value);
  const shows = (name: string): boolean => !hidden.has(name);
  return (
    <Fields gap="roomy">
      {shows('act') && (
        <div className={styles['group']}>
          {all ? (
            <Select
              label={words.lab.activation}
              control="act"
              value={act.id}
              options={ACTIVATION_IDS.map((id) => ({ value: id, label: words.activations[id] }))}
              onChange={setAct}
            />
          ) : (
            <Choice
              label={words.lab.activation}
              control="act"
              value={act.id}
              options={COMMON.map((id) => ({ value: id, label: words.activations[id] }))}
              onChange={setAct}
            />
          )}
          {COMMON.includes(act.id) && (
            <Button kind="link" className={styles['all'] ?? ''} onClick={() => setWide(!wide)}>
              {wide ? words.lab.fewer : words.lab.allTen}
            </Button>
          )}
          <ParamFields
            table={activation(act.id).params}
            params={act.params}
            owner="act"
            onChange={(name, value) =>
              setSetting('act', { id: act.id, params: { ...act.params, [name]: value } })
            }
          />
        </div>
      )}
      {shows('depth') && (
        <Slider
          label={words.lab.depth}
          control="depth"
          value={depth}
          text={depth === 1 ? words.lab.oneLayer : words.lab.layers(format.integer(depth))}
          min={MIN_DEPTH[stage]}
          max={LIMITS.depth.max}
          onChange={(next) => setSetting('depth', next)}
        />
      )}
      {shows('width') && <WidthSlider />}
      {shows('batch') && (
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
      )}
      {children}
      {shows('quantity') && (
        <Choice
          label={words.lab.show}
          control="quantity"
          value={quantity}
          options={QUANTITIES.map((each) => ({
            value: each,
            label: (
              <span title={words.quantities[each].name}>
                <Ltr>{words.quantities[each].symbol}</Ltr>
              </span>
            ),
          }))}
          onChange={(next) => setView({ quantity: next })}
        />
      )}
      {shows('scale') && (
        <Choice
          label={words.lab.scale}
          control="scale"
          value={scale}
          options={[
            { value: 'same', label: words.lab.same },
            { value: 'own', label: words.lab.own },
          ]}
          onChange={(next) => setView({ scale: next })}
        />
      )}
      {shows('seed') && (
        <div className={styles['group']}>
          <p className={styles['seed']}>
            <span id={seedId}>{words.lab.seed}</span>
            <NumberBox
              control="seed"
              labelledBy={seedId}
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
      )}
      {MORE_NAMES.some(shows) && (
        <details className={styles['more']}>
          <summary>{words.lab.more}</summary>
          <MoreControls hidden={hidden} />
        </details>
      )}
    </Fields>
  );
}
