import { useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Select } from '../../ui/Select.tsx';
import { Picks } from '../../ui/PanelSection.tsx';
import { laneName } from '../lanes/laneNames.ts';
import { NetPanel } from './NetPanel.tsx';

/** NetPanel with a control that chooses the lane. */
export function LabNet() {
  const { words, format } = useI18n();
  const lanes = useStore((state) => state.lab.lanes);
  const [chosen, setChosen] = useState<number | null>(null);
  const lane = Math.min(chosen ?? lanes.length - 1, lanes.length - 1);
  return (
    <>
      <Picks>
        <Select
          label={words.charts.laneColumn}
          control="net-lane"
          value={String(lane)}
          options={lanes.map((each, index) => ({
            value: String(index),
            label: `${format.integer(index + 1)} · ${laneName(each, words, format)}`,
          }))}
          onChange={(next) => setChosen(Number(next))}
        />
      </Picks>
      <NetPanel lane={lane} />
    </>
  );
}
