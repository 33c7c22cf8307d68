import { useMemo } from 'react';
import { ArrowRight } from 'lucide-react';
import { useRaceWords } from '../../i18n/race/words.ts';
import { Controls } from '../../panels/controls/Controls.tsx';
import { OpenedLayer } from '../../panels/details/OpenedLayer.tsx';
import { RaceCurve } from '../../panels/race/RaceCurve.tsx';
import { RaceFirstLoss } from '../../panels/race/RaceFirstLoss.tsx';
import { RaceExport } from '../../panels/race/RaceExport.tsx';
import { RaceInside } from '../../panels/race/RaceInside.tsx';
import { RaceLanesPanel } from '../../panels/race/RaceLanesPanel.tsx';
import { RaceSeeds } from '../../panels/race/RaceSeeds.tsx';
import { RaceTracksPanel } from '../../panels/race/RaceTracksPanel.tsx';
import { RaceTransport } from '../../panels/race/RaceTransport.tsx';
import { TrainControls } from '../../panels/race/TrainControls.tsx';
import { raceHash } from '../address/route.ts';
import { InTurn } from '../../ui/InTurn.tsx';
import { AddLane } from './AddLane.tsx';
import styles from './Lab.module.css';
import { SideControls } from './SideControls.tsx';
import own from './Race.module.css';
import { RACES } from '../address/exampleLinks.ts';
import type { RaceId } from '../address/exampleLinks.ts';

/** Lab settings that a race does not have, or has elsewhere on the page. */
const NOT_HERE = ['batch', 'input', 'precision', 'backward', 'seeds'] as const;
const IDS = Object.keys(RACES).filter((id): id is RaceId => id in RACES);

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
        <InTurn>
          <RaceTracksPanel />
        </InTurn>
        <div className={own['first']}>
          <InTurn>
            <RaceCurve value="loss" />
          </InTurn>
          <InTurn>
            <RaceLanesPanel
              editable={!embedded && !hidden.has('initializer')}
              actions={
                !embedded && (
                  <>
                    {!hidden.has('lane') && <AddLane />}
                    {!hidden.has('export') && <RaceExport />}
                  </>
                )
              }
            />
          </InTurn>
        </div>
        <InTurn>
          <RaceSeeds />
        </InTurn>
        <InTurn>
          <div className={styles['pair']}>
            <RaceCurve value="accuracy" />
            <RaceCurve value="firstLayerGradient" />
          </div>
        </InTurn>
        <InTurn>
          <RaceFirstLoss />
        </InTurn>
        <InTurn>
          <RaceInside />
        </InTurn>
        {!embedded && (
          <nav aria-labelledby="races">
            <h2 id="races" className={own['ask']}>
              {race.ask}
            </h2>
            <ul className={own['races']}>
              {IDS.map((id) => (
                <li key={id}>
                  <a href={raceHash(RACES[id])}>
                    {race.doors[id]}
                    <ArrowRight aria-hidden size="1em" />
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      <OpenedLayer />
    </div>
  );
}
