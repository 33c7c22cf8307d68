import { useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePicturesWords } from '../../i18n/pictures/words.ts';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import type { Inside, RaceLaneState } from '../../store/state/types.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Select } from '../../ui/Select.tsx';
import { CloserPanel } from '../details/CloserPanel.tsx';
import { LanesPanel } from '../lanes/LanesPanel.tsx';
import { LoopPanel } from '../details/LoopPanel.tsx';
import { FeatureMapsPanel } from '../pictures/FeatureMapsPanel.tsx';
import { RaceRatios } from './RaceRatios.tsx';
import { RaceUnits } from './RaceUnits.tsx';
import { useRaceName } from '../lanes/useRaceName.ts';
import styles from './RaceInside.module.css';

const TABS = ['units', 'ratios', 'layers', 'spread', 'maps'] as const satisfies readonly Inside[];

const isConv = ({ asked: { config } }: RaceLaneState): boolean =>
  config.experiment.net === 'conv' && config.experiment.depth > 0;

/** The networks at the playhead, with the lab's own panels. */
export function RaceInside() {
  const { words, format } = useI18n();
  const race = useRaceWords();
  const nameOf = useRaceName();
  const lanes = useStore((state) => state.lab.lanes);
  const pictures = usePicturesWords();
  const conv = useStore(({ races }) => races.some(isConv));
  const chosenTab = useStore((state) => state.inside);
  // Only convolutions have feature maps.
  const tab = chosenTab === 'maps' && !conv ? 'units' : chosenTab;
  const setPlay = useStore((state) => state.setPlay);
  // Nothing has layers to show.
  const shallow = useStore(({ races }) =>
    races.every(({ asked }) => asked?.config.experiment.depth === 0),
  );
  const [chosen, setChosen] = useState(0);
  const lane = Math.min(chosen, lanes.length - 1);
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
      {tab === 'units' && (
        <>
          <Select
            label={words.charts.laneColumn}
            control="inside-lane"
            value={String(lane)}
            options={lanes.map((each, index) => ({
              value: String(index),
              label: `${format.integer(index + 1)} · ${nameOf(each)}`,
            }))}
            onChange={(next) => setChosen(Number(next))}
          />
          <RaceUnits lane={lane} />
        </>
      )}
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
