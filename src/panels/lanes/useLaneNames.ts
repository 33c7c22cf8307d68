import { useMemo } from 'react';
import { useFormat, useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { laneName } from './laneNames.ts';

/** What the lanes shown are called. */
export function useLaneNames(): readonly string[] {
  const lanes = useStore((state) => state.lab.lanes);
  const words = useWords();
  const format = useFormat();
  return useMemo(() => lanes.map((lane) => laneName(lane, words, format)), [lanes, words, format]);
}
