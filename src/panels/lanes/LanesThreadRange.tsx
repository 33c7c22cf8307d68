import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import { threadDecades } from '../../charts/strip/spreadThread.ts';
import { ThreadRange } from '../../charts/strip/stripContext.ts';
import { spreadOf } from '../../engine/measure/spreadOf.ts';
import type { Quantity } from '../../engine/types.ts';
import type { State } from '../../store/state/types.ts';
import { useLateStore } from '../../store/late/useLateStore.ts';

interface LanesThreadRangeProps {
  readonly quantity: Quantity;
  /** The edge of the lanes' histograms. */
  readonly reach: number;
  readonly children: ReactNode;
}

/** One range for the threads of all lanes. When it changes, nothing but the threads is rendered again. */
export function LanesThreadRange({ quantity, reach, children }: LanesThreadRangeProps) {
  const decades = useCallback(
    ({ lanes }: State) =>
      threadDecades(
        lanes.flatMap(({ shown }) => shown?.layers.map((stats) => spreadOf(stats[quantity])) ?? []),
        reach,
      ),
    [quantity, reach],
  );
  // Two numbers: a new object would be a change every time.
  const lo = useLateStore(useCallback((state) => decades(state).lo, [decades]));
  const hi = useLateStore(useCallback((state) => decades(state).hi, [decades]));
  const range = useMemo(() => ({ lo, hi }), [lo, hi]);
  return <ThreadRange value={range}>{children}</ThreadRange>;
}
