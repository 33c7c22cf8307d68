import { useState } from 'react';
import type { LayerStats } from '../../engine/types.ts';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';

type Layers = readonly LayerStats[];

/** The first complete result of a lane on this stage, once the lane has been changed; `null` before, or if not wanted. */
export function useFirstLayers(index: number, wanted: boolean): Layers | null {
  const staged = useStore((state) => state.staged);
  const layers = useStore(({ lanes }): Layers | null => {
    const lane = lanes[index];
    if (!wanted || lane === undefined || isStale(lane) || lane.shown?.ms == null) return null;
    return lane.shown.layers;
  });
  const [first, setFirst] = useState<{
    readonly staged: string | null;
    readonly layers: Layers;
  } | null>(null);
  if (layers !== null && first?.staged !== staged) setFirst({ staged, layers });
  if (first === null || first.staged !== staged || first.layers === layers) return null;
  return first.layers;
}
