import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { currentHash, parseRoute, reload } from '../address/route.ts';
import { runStatus } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useMissing } from './missingParts.ts';
import { keepOffline } from './offline.ts';
import styles from './Update.module.css';

function isRacing(): boolean {
  const state = useStore.getState();
  return state.stage === 'race' && state.races.length > 0 && runStatus(state) === 'running';
}

/** Offers a newer version without interrupting a lecture. */
export function Update() {
  const { offline } = useWords();
  const [change, setChange] = useState<(() => void) | null>(null);
  const [later, setLater] = useState(false);
  const missing = useMissing();
  useEffect(() => {
    // A page embedded in another one stores nothing on the reader's device.
    if (!parseRoute(currentHash()).options.embed)
      keepOffline((how) => setChange(() => how), isRacing);
  }, []);
  if (later || (change === null && missing !== 'newer-version')) return null;
  return (
    <output className={styles['update']} data-update>
      <span>{offline.update}</span>
      <Button data-action="update" onClick={change ?? reload}>
        {offline.change}
      </Button>
      <Button kind="quiet" onClick={() => setLater(true)}>
        {offline.later}
      </Button>
    </output>
  );
}
