import { useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useSimilarityWords } from '../../i18n/similarity/words.ts';
import { useStore } from '../../store/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { PanelSection, Picks } from '../../ui/PanelSection.tsx';
import { CurvePanel } from './CurvePanel.tsx';
import { laneName } from '../lanes/laneNames.ts';
import { MagnitudePanel } from './MagnitudePanel.tsx';
import { SharesPanel } from './SharesPanel.tsx';
import { SimilarityPanel } from './SimilarityPanel.tsx';
import { WeightsPanel } from './WeightsPanel.tsx';

const TABS = ['magnitude', 'shares', 'similarity', 'curve', 'weights'] as const;
type Tab = (typeof TABS)[number];

/** The sizes and shares of all lanes; one layer of one lane, from nearer by. */
export function CloserPanel() {
  const { words, format } = useI18n();
  const lanes = useStore((state) => state.lab.lanes);
  const [tab, setTab] = useState<Tab>('magnitude');
  const [chosen, setChosen] = useState<number | null>(null);
  const [layer, setLayer] = useState(1);
  const lane = Math.min(chosen ?? lanes.length - 1, lanes.length - 1);
  const depth = useStore((state) => state.lanes[lane]?.asked.config.depth ?? 1);
  const { charts } = words;
  const names = {
    magnitude: charts.magnitudeTab,
    shares: charts.sharesTab,
    similarity: useSimilarityWords().tab,
    curve: charts.curveTab,
    weights: charts.weightsTab,
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
          options={TABS.map((each) => ({ value: each, label: names[each] }))}
          onChange={setTab}
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
            onChange={(next) => setChosen(Number(next))}
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
      {tab === 'curve' && <CurvePanel lane={lane} layer={at} />}
      {tab === 'weights' && <WeightsPanel lane={lane} layer={at} />}
    </PanelSection>
  );
}
