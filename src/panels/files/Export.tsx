import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Download } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { exportCsv, exportJson } from '../../store/files/exports.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { copyText } from '../../ui/copyText.ts';
import { citation } from './citation.ts';
import { download } from './download.ts';

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
  const chooser = useRef<HTMLInputElement>(null);
  const [cited, setCited] = useState<'idle' | 'copied' | 'refused'>('idle');
  const saveNotebook = async (): Promise<void> => {
    const { notebookFile } = await import('./notebookFile.ts');
    save('init-lab.ipynb', 'application/x-ipynb+json', notebookFile(words, address()));
  };
  const cite = async (): Promise<void> => {
    const copied = await copyText(citation(words, address()));
    setCited(copied ? 'copied' : 'refused');
    if (copied) setTimeout(() => setCited('idle'), 1600);
  };
  const item = (kind: string, label: string, done: () => void, run: () => void) => (
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
  const items = (done: () => void): ReactNode => (
    <>
      {item('json', lab.exportJson, done, () =>
        save('init-lab.json', 'application/json', exportJson()),
      )}
      {item('csv', lab.exportCsv, done, () =>
        // The byte order mark tells Excel that the file is UTF-8, which Persian needs.
        save('init-lab.csv', 'text/csv', `\uFEFF${exportCsv()}`),
      )}
      {item('notebook', files.notebook, done, () => void saveNotebook())}
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
    </>
  );
  return (
    <Menu
      summary={
        <>
          <Download aria-hidden size="1em" />
          {lab.export}
        </>
      }
    >
      {items}
    </Menu>
  );
}
