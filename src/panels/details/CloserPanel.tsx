import { useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useBlocksWords } from '../../i18n/blocks/words.ts';
import { usePicturesWords } from '../../i18n/pictures/words.ts';
import { useSimilarityWords } from '../../i18n/similarity/words.ts';
import type { LaneState } from '../../store/state/types.ts';
import { useStore } from '../../store/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { PanelSection, Picks } from '../../ui/PanelSection.tsx';
import { CurvePanel } from './CurvePanel.tsx';
import { laneName } from '../lanes/laneNames.ts';
import { FirstLossPanel } from './FirstLossPanel.tsx';
import { MagnitudePanel } from './MagnitudePanel.tsx';
import { SharesPanel } from './SharesPanel.tsx';
import { SimilarityPanel } from './SimilarityPanel.tsx';
import { PlacesPanel } from '../pictures/PlacesPanel.tsx';
import { WeightsPanel } from './WeightsPanel.tsx';

const TABS = ['magnitude', 'shares', 'similarity', 'loss', 'curve', 'weights', 'places'] as const;
type Tab = (typeof TABS)[number];

const isConv = ({ asked }: LaneState): boolean => asked.config.net === 'conv';

/** Tabs with details: magnitudes, shares, similarity and more of all lanes; curve and weights of one layer. */
export function CloserPanel() {
  const { words, format } = useI18n();
  const lanes = useStore((state) => state.lab.lanes);
  const { places } = usePicturesWords();
  const [chosen, setChosen] = useState<Tab>('magnitude');
  const [chosenLane, setChosenLane] = useState<number | null>(null);
  const [layer, setLayer] = useState(1);
  const lane = Math.min(chosenLane ?? lanes.length - 1, lanes.length - 1);
  const depth = useStore((state) => state.lanes[lane]?.asked.config.depth ?? 1);
  // Only convolutions have places.
  const pictures = useStore((state) => state.lanes.some(isConv));
  const tab = chosen === 'places' && !pictures ? 'magnitude' : chosen;
  const { charts } = words;
  const names = {
    magnitude: charts.magnitudeTab,
    shares: charts.sharesTab,
    similarity: useSimilarityWords().tab,
    loss: useBlocksWords().firstLoss.tab,
    curve: charts.curveTab,
    weights: charts.weightsTab,
    places: places.tab,
  };
  const at = Math.min(layer, depth);
  return (
    <PanelSection
      title={charts.closer}
      choice={
        <Choice
          bare
          label={charts.closer}
          control="closer"
          value={tab}
          options={TABS.filter((each) => each !== 'places' || pictures).map((each) => ({
            value: each,
            label: names[each],
          }))}
          onChange={setChosen}
        />
      }
    >
      {(tab === 'curve' || tab === 'weights') && (
        <Picks>
          <Select
            label={charts.laneColumn}
            control="closer-lane"
            value={String(lane)}
            options={lanes.map((each, index) => ({
              value: String(index),
              label: `${format.integer(index + 1)} · ${laneName(each, words, format)}`,
            }))}
            onChange={(next) => setChosenLane(Number(next))}
          />
          <Slider
            label={charts.layerColumn}
            control="closer-layer"
            value={at}
            text={charts.layer(format.integer(at))}
            min={1}
            max={depth}
            onChange={setLayer}
          />
        </Picks>
      )}
      {tab === 'magnitude' && <MagnitudePanel />}
      {tab === 'shares' && <SharesPanel />}
      {tab === 'similarity' && <SimilarityPanel />}
      {tab === 'loss' && <FirstLossPanel />}
      {tab === 'curve' && <CurvePanel lane={lane} layer={at} />}
      {tab === 'places' && <PlacesPanel />}
      {tab === 'weights' && <WeightsPanel lane={lane} layer={at} />}
    </PanelSection>
  );
}
