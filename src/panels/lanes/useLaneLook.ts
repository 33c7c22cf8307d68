import { useMemo } from 'react';
import { useStore } from '../../store/store.ts';
import { laneLooks } from './laneLook.ts';
import type { LaneLook } from './laneLook.ts';

const FALLBACK: LaneLook = { tone: 5, dash: 'solid' };

/** How lane `index` is drawn. */
export function useLaneLook(index: number): LaneLook {
  const lanes = useStore((state) => state.lab.lanes);
  const looks = useMemo(() => laneLooks(lanes.map((lane) => lane.initializer.id)), [lanes]);
  return looks[index] ?? FALLBACK;
}
