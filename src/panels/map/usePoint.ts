/** The point on the map stands for the first lane. */
import { useCallback } from 'react';
import { laneConfig } from '../../engine/lab/lab.ts';
import { laneAt, pointOf } from '../../engine/map/mapPoint.ts';
import type { MeanFieldStart } from '../../engine/theory/correlation.ts';
import { useStore } from '../../store/store.ts';

/** The first lane's (σ_w², σ_b²), `null` if it has none, and a function that sets it. */
export function usePoint(): readonly [
  point: MeanFieldStart | null,
  setPoint: (point: MeanFieldStart) => void,
] {
  const lab = useStore((state) => state.lab);
  const setLane = useStore((state) => state.setLane);
  const [first] = lab.lanes;
  const point = first === undefined ? null : pointOf(laneConfig(lab, first));
  const setPoint = useCallback((next: MeanFieldStart) => setLane(0, laneAt(next)), [setLane]);
  return [point, setPoint];
}
