import { useRef } from 'react';
import { Download } from 'lucide-react';
import { useWords } from '../i18n/I18n.tsx';
import { exportCsv, exportJson } from '../store/exports.ts';
import { Button } from '../ui/Button.tsx';
import { download } from './download.ts';
import styles from './Export.module.css';

/** The results of what is on the screen, as files. */
export function Export() {
  const { lab } = useWords();
  const ref = useRef<HTMLDetailsElement>(null);
  const done = (): void => ref.current?.removeAttribute('open');
  return (
    <details ref={ref} className={styles['export']}>
      <summary className={styles['summary']}>
        <Download aria-hidden size="1em" />
        {lab.export}
      </summary>
      <div className={styles['menu']}>
        <Button
          kind="quiet"
          data-export="json"
          onClick={() => {
            download('init-lab.json', 'application/json', exportJson());
            done();
          }}
        >
          {lab.exportJson}
        </Button>
        <Button
          kind="quiet"
          data-export="csv"
          onClick={() => {
            // The mark at the start lets Excel read Persian.
            download('init-lab.csv', 'text/csv', `\uFEFF${exportCsv()}`);
            done();
          }}
        >
          {lab.exportCsv}
        </Button>
      </div>
    </details>
  );
}
