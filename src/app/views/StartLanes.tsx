import { Dices } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { LanesPanel } from '../../panels/lanes/LanesPanel.tsx';
import { OpenedLayer } from '../../panels/details/OpenedLayer.tsx';
import { RunLine } from '../../panels/controls/RunLine.tsx';
import { WidthSlider } from '../../panels/controls/WidthSlider.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Start.module.css';

/** The lecture's four lanes, computed live. */
export function StartLanes() {
  const { start } = useWords();
  const newSeed = useStore((state) => state.newSeed);
  return (
    <>
      <LanesPanel
        plain
        editable={false}
        actions={
          <Button kind="quiet" data-action="new-seed" onClick={newSeed}>
            <Dices aria-hidden size="1.1em" />
            {start.another}
          </Button>
        }
      />
      <div className={styles['width']}>
        <WidthSlider />
        <p>{start.width}</p>
      </div>
      <div className={styles['live']}>
        <p>{start.live}</p>
        <RunLine />
      </div>
      <OpenedLayer />
    </>
  );
}
