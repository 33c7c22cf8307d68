/** Puts a choice in the table into the lab, through the store's own actions. */
import type { LabLane } from '../../engine/lab/lab.ts';
import { useStore } from '../../store/store.ts';
import { decisionsOf, isTable, lanesOf, TABLE_SETTINGS } from './decisions.ts';
import type { Row, Rule } from './decisions.ts';

function putLanes(lanes: readonly LabLane[]): void {
  const { setLane, addLane, removeLane, lab } = useStore.getState();
  const before = lab.lanes.length;
  lanes.forEach((lane, index) => (index < before ? setLane(index, lane) : addLane(lane)));
  for (let index = before - 1; index >= lanes.length; index -= 1) removeLane(index);
}

/** Puts a row's rule into the lab, or removes it if `null`. Lanes that do not come from the table are replaced. */
export function putDecision(row: Row, rule: Rule | null): void {
  const { lab, setSetting } = useStore.getState();
  if (!isTable(lab)) {
    setSetting('in', TABLE_SETTINGS.in);
    setSetting('depth', TABLE_SETTINGS.depth);
    setSetting('width', TABLE_SETTINGS.width);
    setSetting('out', TABLE_SETTINGS.out);
    setSetting('batch', TABLE_SETTINGS.batch);
    setSetting('backward', true);
  }
  putLanes(lanesOf({ ...decisionsOf(lab), [row]: rule }));
}
