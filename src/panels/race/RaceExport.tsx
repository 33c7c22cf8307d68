import { Download } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { exportRaceJson } from '../../store/files/exports.ts';
import { Button } from '../../ui/Button.tsx';
import { download } from '../files/download.ts';

/** Saves the results of the races that have ended, in the format that the command line prints. */
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
