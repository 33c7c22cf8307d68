import { useState } from 'react';
import type { FigureToolsProps } from '../../charts/frame/figureTools.ts';
import type { PictureKind } from '../../charts/picture/pictureFile.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { download } from './download.ts';
import { figureCsv } from './figureCsv.ts';
import styles from './SaveFigure.module.css';

const KINDS: readonly PictureKind[] = ['png', 'svg'];

/** Saves a figure as a raster image, as a vector drawing, and as a table of its numbers where it has any. */
export function SaveFigure({ chart, numbers }: FigureToolsProps) {
  const { files } = useWords();
  const raw = numbers?.raw;
  const [failed, setFailed] = useState(false);
  const save = async (button: Element, kind: PictureKind): Promise<void> => {
    const figure = button.closest('figure');
    if (figure === null) return;
    try {
      const { pictureFile } = await import('../../charts/picture/pictureFile.ts');
      download(`init-lab-${chart}.${kind}`, await pictureFile(figure, kind));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <span className={styles['save']} data-save>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles['button']}
          data-export={kind}
          title={files[kind]}
          aria-label={files[kind]}
          onClick={(event) => void save(event.currentTarget, kind)}
        >
          {kind.toUpperCase()}
        </button>
      ))}
      {raw !== undefined && (
        <button
          type="button"
          className={styles['button']}
          data-export="figure-csv"
          title={files.figureCsv}
          aria-label={files.figureCsv}
          onClick={() => {
            const table = figureCsv(numbers?.columns ?? [], raw());
            download(`init-lab-${chart}.csv`, new Blob([table], { type: 'text/csv' }));
          }}
        >
          CSV
        </button>
      )}
      <output>{failed && files.pictureFailed}</output>
    </span>
  );
}
