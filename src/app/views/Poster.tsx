import { Printer } from 'lucide-react';
import { usePosterWords } from '../../i18n/poster/words.ts';
import { PosterPanel } from '../../panels/poster/PosterPanel.tsx';
import { Button } from '../../ui/Button.tsx';
import { addressOf, hashOf } from '../address/route.ts';
import { qrPath } from '../share/QrPicture.tsx';
import styles from './Poster.module.css';

/** Side of the sheet's corner in millimetres. */
const CORNER = 24;

/** The lecture on one sheet, to view, to open the experiments from, and to print. */
export function Poster() {
  const words = usePosterWords();
  const address = addressOf(hashOf('poster'));
  const code = address.startsWith('file:') ? null : qrPath(address);
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <h1>{words.lead}</h1>
        <Button data-action="print" onClick={() => window.print()}>
          <Printer aria-hidden size="1.1em" />
          {words.print}
        </Button>
      </header>
      <div className={styles['sheet']}>
        <PosterPanel
          code={
            code !== null && (
              <g transform={`scale(${CORNER / code.size})`} data-qr>
                <title>{words.qr}</title>
                <rect width={code.size} height={code.size} fill="#ffffff" />
                <path d={code.d} fill="#000000" shapeRendering="crispEdges" />
              </g>
            )
          }
        />
      </div>
    </div>
  );
}
