import { useState } from 'react';
import { useBlocksWords } from '../../i18n/blocks/words.ts';
import { useStore } from '../../store/store.ts';
import { BlockControls } from './BlockControls.tsx';
import { NetVariantsTable } from './NetVariantsTable.tsx';
import styles from './Controls.module.css';

const CONTROLS = ['block', 'branch', 'norm', 'head', 'input_mean', 'input_std'] as const;

interface BlockGroupProps {
  readonly hidden: ReadonlySet<string>;
  /** In a race: examples per training step. */
  readonly trainBatch?: number | undefined;
}

/** Blocks, normalization, output layer and inputs of all lanes, in a group that can be opened. */
export function BlockGroup({ hidden, trainBatch }: BlockGroupProps) {
  const own = useBlocksWords();
  const settings = useStore((state) => state.lab.settings);
  const lane = useStore((state) => state.lab.lanes[0]?.initializer);
  const setSetting = useStore((state) => state.setSetting);
  const [open, setOpen] = useState(false);
  if (lane === undefined || CONTROLS.every((name) => hidden.has(name))) return null;
  return (
    <details className={styles['more']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-control="blocks">{own.group}</summary>
      {open && (
        <>
          <BlockControls
            settings={settings}
            lane={lane}
            hidden={hidden}
            trainBatch={trainBatch}
            onChange={setSetting}
          />
          <NetVariantsTable />
        </>
      )}
    </details>
  );
}
