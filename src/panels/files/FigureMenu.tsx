import { useState } from 'react';
import type { FigureToolsProps } from '../../charts/frame/figureTools.ts';
import type { PictureKind } from '../../charts/picture/pictureFile.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { download } from './download.ts';
import { figureCsv } from './figureCsv.ts';

const KINDS: readonly PictureKind[] = ['png', 'svg'];

/** Shows a figure's numbers, and saves it as a raster image, as a vector drawing, and as a table where it has any. */
export function FigureMenu({ chart, numbers, shown, onShow }: FigureToolsProps) {
  const { files } = useWords();
  const raw = numbers?.raw;
  const [failed, setFailed] = useState(false);
  const save = async (figure: HTMLElement | null, kind: PictureKind): Promise<void> => {
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
    <span data-save>
      <Menu summary={<strong aria-hidden>⋯</strong>} label={files.figure}>
        {(close) => (
          <>
            {numbers !== undefined && (
              <Button
                kind="quiet"
                data-action="numbers"
                onClick={() => {
                  onShow(!shown);
                  close();
                }}
              >
                {shown ? numbers.hide : numbers.show}
              </Button>
            )}
            {KINDS.map((kind) => (
              <Button
                key={kind}
                kind="quiet"
                data-export={kind}
                onClick={(event) => {
                  void save(event.currentTarget.closest('figure'), kind);
                  close();
                }}
              >
                {files[kind]}
              </Button>
            ))}
            {raw !== undefined && (
              <Button
                kind="quiet"
                data-export="figure-csv"
                onClick={() => {
                  const table = figureCsv(numbers?.columns ?? [], raw());
                  download(`init-lab-${chart}.csv`, new Blob([table], { type: 'text/csv' }));
                  close();
                }}
              >
                {files.figureCsv}
              </Button>
            )}
          </>
        )}
      </Menu>
      <output>{failed && files.pictureFailed}</output>
    </span>
  );
}
