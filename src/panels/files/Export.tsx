import { useRef, useState } from 'react';
import { Download } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { exportCsv, exportJson } from '../../store/files/exports.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { citation } from './citation.ts';
import { download } from './download.ts';
import styles from './Export.module.css';

interface ExportProps {
  /** The link that opens the page in its present state. */
  readonly address: () => string;
  readonly onFile: (file: File) => void;
}

const save = (name: string, type: string, text: string): void =>
  download(name, new Blob([text], { type }));

/** A menu that saves the results on the screen as files, and opens such a file again. */
export function Export({ address, onFile }: ExportProps) {
  const words = useWords();
  const { lab, files } = words;
  const menu = useRef<HTMLDetailsElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [cited, setCited] = useState<'idle' | 'copied' | 'refused'>('idle');
  const done = (): void => menu.current?.removeAttribute('open');
  const saveNotebook = async (): Promise<void> => {
    const { notebookFile } = await import('./notebookFile.ts');
    save('init-lab.ipynb', 'application/x-ipynb+json', notebookFile(words, address()));
  };
  const cite = async (): Promise<void> => {
    const copied = await copyText(citation(words, address()));
    setCited(copied ? 'copied' : 'refused');
    if (copied) setTimeout(() => setCited('idle'), 1600);
  };
  const item = (kind: string, label: string, run: () => void) => (
    <Button
      kind="quiet"
      data-export={kind}
      onClick={() => {
        run();
        done();
      }}
    >
      {label}
    </Button>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- closes as every menu does
    <details
      ref={menu}
      className={styles['export']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done();
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
          done();
      }}
    >
      <summary className={styles['summary']}>
        <Download aria-hidden size="1em" />
        {lab.export}
      </summary>
      <div className={styles['menu']}>
        {item('json', lab.exportJson, () =>
          save('init-lab.json', 'application/json', exportJson()),
        )}
        {item('csv', lab.exportCsv, () =>
          // The byte order mark tells Excel that the file is UTF-8, which Persian needs.
          save('init-lab.csv', 'text/csv', `\uFEFF${exportCsv()}`),
        )}
        {item('notebook', files.notebook, () => void saveNotebook())}
        <Button kind="quiet" data-export="citation" onClick={() => void cite()}>
          <span aria-live="polite">{cited === 'copied' ? files.cited : files.cite}</span>
        </Button>
        {cited === 'refused' && (
          <textarea
            dir="auto"
            readOnly
            rows={4}
            aria-label={files.cite}
            value={citation(words, address())}
            onFocus={(event) => event.target.select()}
          />
        )}
        <hr />
        <Button
          kind="quiet"
          data-export="open"
          onClick={() => {
            chooser.current?.click();
            done();
          }}
        >
          {files.open}
        </Button>
        <input
          ref={chooser}
          hidden
          type="file"
          accept=".json,application/json"
          aria-label={files.open}
          data-import
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) onFile(file);
            // Otherwise choosing the same file again would cause no change event.
            event.target.value = '';
          }}
        />
      </div>
    </details>
  );
}
