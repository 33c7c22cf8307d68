import { memo, useState } from 'react';
import { activation } from '../../engine/rules/activations.ts';
import { completeActivation } from '../../engine/rules/spec.ts';
import { ACTIVATION_IDS } from '../../engine/types.ts';
import type { ActivationId } from '../../engine/types.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Controls.module.css';
import { ParamFields } from './ParamFields.tsx';

const COMMON: readonly ActivationId[] = ['sigmoid', 'tanh', 'relu'];

/** The activation common to all lanes, and its parameters. */
export const ActivationControls = memo(function ActivationControls() {
  const words = useWords();
  const act = useStore((state) => state.lab.settings.act);
  const setSetting = useStore((state) => state.setSetting);
  const [wide, setWide] = useState(false);
  const all = wide || !COMMON.includes(act.id);
  const setAct = (id: ActivationId): void =>
    setSetting('act', completeActivation({ id, params: {} }).value);
  return (
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
  );
});
