import { useState } from 'react';
import { ChevronDown, ChevronUp, Plus } from 'lucide-react';
import { LIMITS } from '../../engine/lab/config.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { Controls } from '../../panels/controls/Controls.tsx';
import { DropFile } from '../../panels/files/DropFile.tsx';
import { Export } from '../../panels/files/Export.tsx';
import { LanesPanel } from '../../panels/lanes/LanesPanel.tsx';
import { OpenedLayer } from '../../panels/details/OpenedLayer.tsx';
import { RunLine } from '../../panels/controls/RunLine.tsx';
import { useOpenResults } from '../../panels/files/useOpenResults.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { useTurn } from '../../ui/useTurn.ts';
import { addressOf, hashOf } from '../address/route.ts';
import styles from './Lab.module.css';

// The histograms stand before Recharts is there.
const LabCharts = later(async () => (await import('./LabCharts.tsx')).LabCharts);
const OpenedNotice = later(
  async () => (await import('../../panels/files/OpenedNotice.tsx')).OpenedNotice,
);

interface LabProps {
  readonly hidden: ReadonlySet<string>;
  /** The stage alone, inside another page. */
  readonly embedded: boolean;
}

/** The signal at initialization. */
export function Lab({ hidden, embedded }: LabProps) {
  const { words } = useI18n();
  const lanes = useStore((state) => state.lab.lanes);
  const addLane = useStore((state) => state.addLane);
  const [open, setOpen] = useState(false);
  const turn = useTurn();
  const files = useOpenResults();
  const last = lanes.at(-1);
  return (
    <div className={styles['lab']} data-embedded={embedded}>
      <h1 className={styles['heading']}>{words.nav.lab}</h1>
      {!embedded && (
        <aside className={styles['side']} data-open={open} aria-label={words.lab.controls}>
          <Button
            kind="quiet"
            className={styles['handle'] ?? ''}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? (
              <ChevronDown aria-hidden size="1.1em" />
            ) : (
              <ChevronUp aria-hidden size="1.1em" />
            )}
            {open ? words.lab.hideControls : words.lab.showControls}
          </Button>
          <Controls hidden={hidden} />
          <RunLine />
        </aside>
      )}
      <div className={styles['stage']}>
        {files.opened !== null && <OpenedNotice opened={files.opened} onDismiss={files.dismiss} />}
        <LanesPanel
          editable={!embedded && !hidden.has('initializer')}
          actions={
            !embedded && (
              <>
                {lanes.length < LIMITS.lanes.max && last !== undefined && !hidden.has('lane') && (
                  <Button kind="quiet" data-action="add-lane" onClick={() => addLane(last)}>
                    <Plus aria-hidden size="1.1em" />
                    {words.lab.addLane}
                  </Button>
                )}
                {!hidden.has('export') && (
                  <Export
                    address={() => addressOf(hashOf('lab', useStore.getState().lab))}
                    onFile={files.open}
                  />
                )}
              </>
            )
          }
        />
        {turn && <LabCharts embedded={embedded} />}
      </div>
      <OpenedLayer />
      <DropFile onFile={files.open} />
    </div>
  );
}
