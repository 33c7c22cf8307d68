import { usePicturesWords } from '../../i18n/pictures/words.ts';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import type { Inside, RaceLaneState } from '../../store/state/types.ts';
import { Choice } from '../../ui/Choice.tsx';
import { CloserPanel } from '../details/CloserPanel.tsx';
import { LanesPanel } from '../lanes/LanesPanel.tsx';
import { LoopPanel } from '../details/LoopPanel.tsx';
import { FeatureMapsPanel } from '../pictures/FeatureMapsPanel.tsx';
import { RaceRatios } from './RaceRatios.tsx';
import { RaceAllUnits } from './RaceAllUnits.tsx';
import styles from './RaceInside.module.css';

const TABS = ['spread', 'layers', 'units', 'ratios', 'maps'] as const satisfies readonly Inside[];

const isConv = ({ asked: { config } }: RaceLaneState): boolean =>
  config.experiment.net === 'conv' && config.experiment.depth > 0;

/** The networks at the playhead, shown by the lab's own panels. */
export function RaceInside() {
  const race = useRaceWords();
  const pictures = usePicturesWords();
  const conv = useStore(({ races }) => races.some(isConv));
  const chosenTab = useStore((state) => state.inside);
  // Only convolutions have feature maps.
  const tab = chosenTab === 'maps' && !conv ? 'spread' : chosenTab;
  const setPlay = useStore((state) => state.setPlay);
  // No lane has a hidden layer to show.
  const shallow = useStore(({ races }) =>
    races.every(({ asked }) => asked?.config.experiment.depth === 0),
  );
  return (
    <section className={styles['inside']}>
      <div className={styles['bar']}>
        <h2>{race.inside}</h2>
        <Choice
          bare
          label={race.inside}
          control="inside"
          value={tab}
          options={TABS.filter((each) => each !== 'maps' || conv).map((each) => ({
            value: each,
            label: each === 'maps' ? pictures.maps.tab : race.insideTabs[each],
          }))}
          onChange={(inside) => setPlay({ inside })}
        />
      </div>
      {tab === 'units' && <RaceAllUnits nudge titleLevel={3} />}
      {tab === 'ratios' && <RaceRatios />}
      {tab === 'maps' && <FeatureMapsPanel />}
      {shallow && (tab === 'layers' || tab === 'spread') && <p>{race.noHidden}</p>}
      {!shallow && tab === 'layers' && <LanesPanel editable={false} titleLevel={3} />}
      {!shallow && tab === 'spread' && (
        <>
          <LoopPanel />
          <CloserPanel />
        </>
      )}
    </section>
  );
}
