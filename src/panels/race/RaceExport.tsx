import { Download } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { exportRaceJson } from '../../store/files/exports.ts';
import { Button } from '../../ui/Button.tsx';
import { download } from '../files/download.ts';

/** The results of the races that have ended, as the file the script prints. */
export function RaceExport() {
  const { lab } = useWords();
  return (
    <Button
      kind="quiet"
      data-export="json"
      onClick={() =>
        download(
          'init-lab-training.json',
          new Blob([exportRaceJson()], { type: 'application/json' }),
        )
      }
    >
      <Download aria-hidden size="1em" />
      {lab.exportJson}
    </Button>
  );
}
