import { useMemo } from 'react';
import { useRaceWords } from '../../i18n/race/words.ts';
import { Controls } from '../../panels/controls/Controls.tsx';
import { OpenedLayer } from '../../panels/details/OpenedLayer.tsx';
import { RaceTransport } from '../../panels/race/RaceTransport.tsx';
import { TrainControls } from '../../panels/race/TrainControls.tsx';
import { later } from '../../ui/later.tsx';
import { currentHash, parseRoute } from '../address/route.ts';
import styles from './Lab.module.css';
import own from './Race.module.css';
import { SideControls } from './SideControls.tsx';

// The title and the player are there before the charts are loaded.
const RaceCharts = later(async () => (await import('./RaceCharts.tsx')).RaceCharts);

/** Requests the code of the charts before the page is drawn, if this is the page that is opened. */
export function fetchCharts(): void {
  // A failure is shown when the charts are drawn.
  if (parseRoute(currentHash()).view === 'train') RaceCharts.fetch().catch(() => undefined);
}

/** Lab settings that a race does not have, or has elsewhere on the page. */
const NOT_HERE = ['batch', 'input', 'precision', 'backward', 'seeds'] as const;

interface RaceProps {
  readonly hidden: ReadonlySet<string>;
  /** Shows only the stage, inside another page. */
  readonly embedded: boolean;
}

/** Training races: the same task, different initializations. */
export function Race({ hidden, embedded }: RaceProps) {
  const race = useRaceWords();
  const fewer = useMemo(() => new Set([...hidden, ...NOT_HERE]), [hidden]);
  return (
    <div className={styles['lab']} data-embedded={embedded}>
      {!embedded && (
        <SideControls>
          <Controls hidden={fewer}>
            <TrainControls hidden={hidden} />
          </Controls>
        </SideControls>
      )}
      <div className={styles['stage']}>
        {!embedded && (
          <header>
            <h1 className={own['title']}>{race.title}</h1>
            <p className={own['lead']}>{race.lead}</p>
          </header>
        )}
        <RaceTransport />
        <RaceCharts hidden={hidden} embedded={embedded} />
      </div>
      <OpenedLayer />
    </div>
  );
}
