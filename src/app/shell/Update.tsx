import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { keepOffline } from './offline.ts';
import styles from './Update.module.css';

/** Offers a newer version, quietly; nobody is interrupted in a lecture. */
export function Update() {
  const { offline } = useWords();
  const [change, setChange] = useState<(() => void) | null>(null);
  useEffect(() => keepOffline((how) => setChange(() => how)), []);
  if (change === null) return null;
  return (
    <output className={styles['update']} data-update>
      <span>{offline.update}</span>
      <Button data-action="update" onClick={change}>
        {offline.change}
      </Button>
      <Button kind="quiet" onClick={() => setChange(null)}>
        {offline.later}
      </Button>
    </output>
  );
}
