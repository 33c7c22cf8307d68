import { useEffect } from 'react';
import { useMapWords } from '../../i18n/map/words.ts';
import { Controls } from '../../panels/controls/Controls.tsx';
import { MORE_NAMES } from '../../panels/controls/stageControls.ts';
import { OpenedLayer } from '../../panels/details/OpenedLayer.tsx';
import { LanesPanel } from '../../panels/lanes/LanesPanel.tsx';
import { BornDeadPanel } from '../../panels/map/BornDeadPanel.tsx';
import { ChaosPanel } from '../../panels/map/ChaosPanel.tsx';
import { DirectionsPanel } from '../../panels/map/DirectionsPanel.tsx';
import { MapProblem } from '../../panels/map/MapProblem.tsx';
import { CirclePanel, PlanePanel } from '../../panels/map/NetLookPanels.tsx';
import { TrainabilityPanel } from '../../panels/map/TrainabilityPanel.tsx';
import { useMap } from '../../store/map/mapStore.ts';
import { raceHash } from '../address/route.ts';
import styles from './Map.module.css';

/** The lab's controls that do not define the map. */
const HIDDEN: ReadonlySet<string> = new Set(['batch', 'quantity', 'scale', ...MORE_NAMES]);

/** The maps: order and chaos, trainability, and the fate of every direction. */
export function MapPage() {
  const map = useMapWords();
  const leave = useMap((state) => state.leave);
  useEffect(() => leave, [leave]);
  return (
    <div className={styles['page']}>
      <header>
        <h1 className={styles['title']}>{map.title}</h1>
        <p className={styles['lead']}>{map.lead}</p>
      </header>
      <MapProblem />
      <div className={styles['map']}>
        <div className={styles['main']}>
          <ChaosPanel />
          <CirclePanel />
        </div>
        <aside className={styles['side']}>
          <section className={styles['controls']} aria-label={map.controls}>
            <Controls hidden={HIDDEN} />
          </section>
          <PlanePanel />
        </aside>
      </div>
      <section className={styles['lanes']}>
        <h2 className={styles['heading']}>{map.lane}</h2>
        <LanesPanel editable={false} titleLevel={3} />
      </section>
      <TrainabilityPanel raceHref={raceHash} />
      <DirectionsPanel />
      <BornDeadPanel />
      <OpenedLayer />
    </div>
  );
}
