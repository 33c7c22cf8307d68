import { useMemo } from 'react';
import { useStore } from '../../store/store.ts';
import { laneLooks } from './laneLook.ts';
import type { LaneLook } from '../../charts/types.ts';

/** How lane `index` is drawn. */
export function useLaneLook(index: number): LaneLook {
  const lanes = useStore((state) => state.lab.lanes);
  return useMemo(() => laneLooks(lanes)(index), [lanes, index]);
}
