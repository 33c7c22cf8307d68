import { useContext, useMemo } from 'react';
import type { LaneMark } from '../../charts/types.ts';
import type { LabLane } from '../../engine/lab/lab.ts';
import type { Format } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import type { Words } from '../../i18n/page/en.ts';
import { useLateLabLanes } from '../../store/late/useLateStore.ts';
import { LaneAlias } from './laneAlias.ts';
import { laneLooks } from './laneLook.ts';
import { laneName } from './laneNames.ts';

/**
 * Name and look of every lane, for charts of all lanes. Deferred like the results that are drawn with them: lines
 * may appear a frame after the histograms, so that a slider stays responsive.
 */
export function useLaneMarks(
  nameOf: (lane: LabLane, words: Words, format: Format) => string = laneName,
): readonly Omit<LaneMark, 'stale'>[] {
  const { words, format } = useI18n();
  const alias = useContext(LaneAlias);
  const lanes = useLateLabLanes();
  return useMemo(() => {
    const looks = laneLooks(lanes);
    return lanes.map((lane, index) => ({
      lane: index,
      name: alias === null ? nameOf(lane, words, format) : alias(index),
      ...looks(index),
    }));
  }, [lanes, words, format, nameOf, alias]);
}
