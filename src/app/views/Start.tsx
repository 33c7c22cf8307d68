import { ArrowRight, Dices } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { LanesPanel } from '../../panels/LanesPanel.tsx';
import { LayerDialog } from '../../panels/LayerDialog.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { hashOf } from '../route.ts';
import styles from './Start.module.css';

/** One sentence, four ways to start, computed now; and the doors. */
export default function Start() {
  const { start } = useWords();
  const newSeed = useStore((state) => state.newSeed);
  const opened = useStore((state) => state.opened !== null);
  return (
    <div className={styles['start']}>
      <div className={styles['lead']}>
        <h1>{start.title}</h1>
        <p>{start.lead}</p>
      </div>
      <LanesPanel
        editable={false}
        actions={
          <Button kind="quiet" data-action="new-seed" onClick={newSeed}>
            <Dices aria-hidden size="1.1em" />
            {start.another}
          </Button>
        }
      />
      <nav className={styles['doors']}>
        <a className={styles['door']} href={hashOf('lab', null, {})}>
          <strong>
            {start.openLab}
            <ArrowRight aria-hidden size="1.1em" />
          </strong>
          <span>{start.openLabHint}</span>
        </a>
      </nav>
      {opened && <LayerDialog />}
    </div>
  );
}
