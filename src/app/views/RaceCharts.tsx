import { ArrowRight } from 'lucide-react';
import { useRaceWords } from '../../i18n/race/words.ts';
import { RaceCurve } from '../../panels/race/RaceCurve.tsx';
import { RaceExport } from '../../panels/race/RaceExport.tsx';
import { RaceFirstLoss } from '../../panels/race/RaceFirstLoss.tsx';
import { RaceLanesPanel } from '../../panels/race/RaceLanesPanel.tsx';
import { RaceSeeds } from '../../panels/race/RaceSeeds.tsx';
import { RaceTracksPanel } from '../../panels/race/RaceTracksPanel.tsx';
import { InTurn } from '../../ui/InTurn.tsx';
import { later } from '../../ui/later.tsx';
import { RACES } from '../address/exampleLinks.ts';
import type { RaceId } from '../address/exampleLinks.ts';
import { raceHash } from '../address/route.ts';
import { AddLane } from './AddLane.tsx';
import styles from './Lab.module.css';
import own from './Race.module.css';

const IDS = Object.keys(RACES).filter((id): id is RaceId => id in RACES);

const RaceInside = later(async () => (await import('../../panels/race/RaceInside.tsx')).RaceInside);

interface RaceChartsProps {
  readonly hidden: ReadonlySet<string>;
  readonly embedded: boolean;
}

/** The pictures of the race, and links to other races, shown one by one. */
export function RaceCharts({ hidden, embedded }: RaceChartsProps) {
  const race = useRaceWords();
  return (
    <>
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
        <InTurn>
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
        </InTurn>
      )}
    </>
  );
}
