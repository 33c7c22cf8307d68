import { useState } from 'react';
import type { ReactNode } from 'react';
import { activation } from '../../engine/rules/activations.ts';
import { LIMITS, MIN_DEPTH } from '../../engine/lab/config.ts';
import { initializerTex } from '../../engine/rules/formula.ts';
import { INITIALIZER_IDS, initializer } from '../../engine/rules/initializer.ts';
import type { LabLane, Settings } from '../../engine/lab/lab.ts';
import { completeActivation, completeInitializer } from '../../engine/rules/spec.ts';
import { ACTIVATION_IDS } from '../../engine/types.ts';
import type { ActivationId, InitializerId } from '../../engine/types.ts';
import { useBlocksWords } from '../../i18n/blocks/words.ts';
import { useFormat, useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fields } from '../../ui/Fields.tsx';
import { Formula } from '../../ui/Formula.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { laneName } from './laneNames.ts';
import styles from './LaneEditor.module.css';
import { ParamFields } from '../controls/ParamFields.tsx';
import { WIDTHS } from '../controls/stops.ts';

const NOTHING_HIDDEN: ReadonlySet<string> = new Set();
const BlockControls = later(
  async () => (await import('../controls/BlockControls.tsx')).BlockControls,
);
const Elsewhere = later(async () => (await import('./Elsewhere.tsx')).Elsewhere);

interface LaneEditorProps {
  readonly index: number;
  readonly onClose: () => void;
  /** Further controls for this lane alone. */
  readonly children?: ReactNode;
}

/** Edits the lane's initializer, its parameters, and the settings this lane overrides. */
export function LaneEditor({ index, onClose, children }: LaneEditorProps) {
  const words = useWords();
  const format = useFormat();
  const trainBatch = useStore(({ stage, train }) =>
    stage === 'race' ? train.trainBatch : undefined,
  );
  const lane = useStore((state) => state.lab.lanes[index]);
  const settings = useStore((state) => state.lab.settings);
  const count = useStore((state) => state.lab.lanes.length);
  const stage = useStore((state) => state.stage);
  const setLane = useStore((state) => state.setLane);
  const removeLane = useStore((state) => state.removeLane);
  const [comparing, setComparing] = useState(false);
  const [showing, setShowing] = useState(false);
  const blocks = useBlocksWords();
  if (lane === undefined) return null;
  const { id, params } = lane.initializer;
  const entry = initializer(id);

  const change = (next: Partial<LabLane>): void => setLane(index, { ...lane, ...next });
  const override = <K extends keyof Settings>(key: K, value: Settings[K] | null): void => {
    const { [key]: _, ...rest } = lane.overrides;
    change({ overrides: value === null ? rest : { ...rest, [key]: value } });
  };
  const choose = (next: InitializerId): void =>
    change({ initializer: completeInitializer({ id: next, params: {} }).value });

  const act = lane.overrides.act;
  const number = (key: 'depth' | 'width', stops?: readonly number[]) => {
    const value = lane.overrides[key] ?? settings[key];
    const { max } = LIMITS[key];
    const min = key === 'depth' ? MIN_DEPTH[stage] : LIMITS[key].min;
    const text = key === 'depth' ? words.lab.layers : words.lab.units;
    return (
      <div className={styles['override']}>
        <Slider
          label={words.lab[key]}
          value={value}
          text={text(format.integer(value))}
          min={min}
          max={max}
          {...(stops === undefined ? {} : { stops })}
          onChange={(next) => override(key, next)}
        />
        {lane.overrides[key] !== undefined && (
          <Button kind="link" onClick={() => override(key, null)}>
            {words.lab.asAll}
          </Button>
        )}
      </div>
    );
  };
  return (
    <Dialog title={laneName(lane, words, format)} closeLabel={words.lab.close} onClose={onClose}>
      <Fields>
        <Select
          label={words.lab.initializer}
          control="initializer-id"
          value={id}
          options={INITIALIZER_IDS.map((each) => ({
            value: each,
            label: words.initializers[each].name,
          }))}
          onChange={choose}
        />
        <p className={styles['about']}>
          {words.initializers[id].about} <Formula tex={initializerTex(id)} />
          {entry.cite !== '' && (
            <cite dir="ltr" lang="en">
              {entry.cite}
            </cite>
          )}
        </p>
        <details
          className={styles['about']}
          onToggle={(event) => setComparing(event.currentTarget.open)}
        >
          <summary data-control="elsewhere">{words.lab.elsewhere}</summary>
          {comparing && (
            <Elsewhere config={{ ...settings, ...lane.overrides, initializer: lane.initializer }} />
          )}
        </details>
        <ParamFields
          table={entry.params}
          params={params}
          owner="initializer"
          onChange={(name, value) =>
            change({ initializer: { id, params: { ...params, [name]: value } } })
          }
        />
      </Fields>
      <Fields legend={words.lab.onlyHere}>
        <Select<ActivationId | 'all'>
          label={words.lab.activation}
          value={act?.id ?? 'all'}
          options={[
            { value: 'all', label: words.lab.asAll },
            ...ACTIVATION_IDS.map((each) => ({ value: each, label: words.activations[each] })),
          ]}
          onChange={(next) =>
            override(
              'act',
              next === 'all' ? null : completeActivation({ id: next, params: {} }).value,
            )
          }
        />
        {act !== undefined && (
          <ParamFields
            table={activation(act.id).params}
            params={act.params}
            owner="act"
            onChange={(name, value) =>
              override('act', { id: act.id, params: { ...act.params, [name]: value } })
            }
          />
        )}
        {number('depth')}
        {number('width', WIDTHS)}
      </Fields>
      <details
        className={styles['about']}
        onToggle={(event) => setShowing(event.currentTarget.open)}
      >
        <summary data-control="lane-blocks">{blocks.onlyHere}</summary>
        {showing && (
          <BlockControls
            settings={{ ...settings, ...lane.overrides }}
            lane={lane.initializer}
            hidden={NOTHING_HIDDEN}
            trainBatch={trainBatch}
            onChange={override}
          />
        )}
      </details>
      {children}
      <div className={styles['actions']}>
        <Button
          kind="quiet"
          disabled={count <= LIMITS.lanes.min}
          onClick={() => {
            onClose();
            removeLane(index);
          }}
        >
          {words.lab.removeLane}
        </Button>
        <Button kind="strong" onClick={onClose}>
          {words.lab.close}
        </Button>
      </div>
    </Dialog>
  );
}
