import { useI18n } from '../../i18n/I18n.tsx';
import { Controls } from '../../panels/controls/Controls.tsx';
import { DropFile } from '../../panels/files/DropFile.tsx';
import { Export } from '../../panels/files/Export.tsx';
import { LanesPanel } from '../../panels/lanes/LanesPanel.tsx';
import { OpenedLayer } from '../../panels/details/OpenedLayer.tsx';
import { RunLine } from '../../panels/controls/RunLine.tsx';
import { useOpenResults } from '../../panels/files/useOpenResults.ts';
import { useStore } from '../../store/store.ts';
import { later } from '../../ui/later.tsx';
import { useTurn } from '../../ui/useTurn.ts';
import { addressOf, hashOf } from '../address/route.ts';
import { AddLane } from './AddLane.tsx';
import styles from './Lab.module.css';
import { SideControls } from './SideControls.tsx';
import { useFirstResults } from './useFirstResults.ts';

// The histograms are shown before Recharts is loaded.
const LabCharts = later(async () => (await import('./LabCharts.tsx')).LabCharts);
const OpenedNotice = later(
  async () => (await import('../../panels/files/OpenedNotice.tsx')).OpenedNotice,
);

interface LabProps {
  readonly hidden: ReadonlySet<string>;
  /** Shows only the stage, inside another page. */
  readonly embedded: boolean;
}

/** The lab: the signal at initialization. */
export function Lab({ hidden, embedded }: LabProps) {
  const { words } = useI18n();
  // After the page's header: the first layout in a font takes a slow device long.
  const turn = useTurn();
  const come = useFirstResults();
  const below = useTurn(come);
  const files = useOpenResults();
  return (
    <div className={styles['lab']} data-embedded={embedded}>
      <h1 className={styles['heading']}>{words.nav.lab}</h1>
      {turn && !embedded && (
        <SideControls wanted={come}>
          <Controls hidden={hidden} />
          <RunLine />
        </SideControls>
      )}
      <div className={styles['stage']}>
        {files.opened !== null && <OpenedNotice opened={files.opened} onDismiss={files.dismiss} />}
        {turn && (
          <LanesPanel
            editable={!embedded && !hidden.has('initializer')}
            actions={
              !embedded && (
                <>
                  {!hidden.has('lane') && <AddLane />}
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
        )}
        {below && <LabCharts embedded={embedded} />}
      </div>
      <OpenedLayer />
      <DropFile onFiles={files.open} />
    </div>
  );
}
