import { useCallback, useMemo } from 'react';
import { SpreadThread } from '../../charts/strip/SpreadThread.tsx';
import type { Quantity } from '../../engine/types.ts';
import { useLateStore } from '../../store/late/useLateStore.ts';
import { spreadOf } from '../../engine/measure/spreadOf.ts';

/** The thread of a lane; like its rows, it subscribes by itself. */
export function ConnectedThread(props: { readonly lane: number; readonly quantity: Quantity }) {
  const { lane, quantity } = props;
  const layers = useLateStore(
    useCallback((state) => state.lanes[lane]?.shown?.layers ?? null, [lane]),
  );
  const spreads = useMemo(
    () => layers?.map((stats) => spreadOf(stats[quantity])) ?? [],
    [layers, quantity],
  );
  return <SpreadThread spreads={spreads} />;
}
