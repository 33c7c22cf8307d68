import { useState } from 'react';
import { clampConfig } from '../../engine/lab/config.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Select } from '../../ui/Select.tsx';
import { laneName } from '../lanes/laneNames.ts';
import { LibraryCode } from '../lanes/LibraryCode.tsx';

/** The program that builds a lane of the lab, in a library the reader chooses. */
export function LaneCode() {
  const { words, format } = useI18n();
  const lab = useStore((state) => state.lab);
  const [chosen, setChosen] = useState(0);
  const presenting = useStore((state) => state.presenting);
  const lane = lab.lanes[Math.min(chosen, lab.lanes.length - 1)];
  if (lane === undefined) return null;
  return (
    <LibraryCode config={clampConfig(laneConfig(lab, lane)).value} brief={presenting}>
      {lab.lanes.length > 1 && (
        <Select
          label={words.code.lane}
          control="code-lane"
          value={String(lab.lanes.indexOf(lane))}
          options={lab.lanes.map((each, index) => ({
            value: String(index),
            label: `${format.integer(index + 1)} · ${laneName(each, words, format)}`,
          }))}
          onChange={(next) => setChosen(Number(next))}
        />
      )}
    </LibraryCode>
  );
}
