import { startTransition, useCallback, useContext, useEffect, useState } from 'react';
import { runStatus } from '../state/selectors.ts';
import type { LaneState, State } from '../state/types.ts';
import { useStore } from '../store.ts';
import { beginDrawing } from './drawPace.ts';
import { drawSoon } from './drawTimer.ts';
import { drawPlaces, hasFollowers, isMoving, noteChange } from './latePlaces.ts';
import { Place } from './useLatePlace.ts';

const current = (): State => useStore.getState();

const isComputing = (state: State): boolean =>
  state.stage === 'lab' && runStatus(state) === 'running';

/** All changes within the wait are drawn at once. */
function followAll(): void {
  beginDrawing(current().lanes);
  drawPlaces(isComputing(current()));
}

useStore.subscribe((state, before) => {
  if (state.lab !== before.lab) noteChange();
  if (!hasFollowers()) return;
  drawSoon(followAll, { computing: isComputing(state), moving: isMoving() });
});

/**
 * Like `useStore`, for what may follow a moment later: rendered after the controls, in slices, as often as the device
 * can draw it (`drawPace.ts`), and once for each change, where `useDeferredValue` would render twice. Keep `select`
 * stable.
 */
export function useLateStore<Value>(select: (state: State) => Value): Value {
  const { followers } = useContext(Place);
  const [held, setHeld] = useState(() => ({ select, value: select(current()) }));
  // What is selected differently, another layer, say, is not late.
  const value = held.select === select ? held.value : select(current());
  useEffect(() => {
    let last = select(current());
    // It may have changed since it was rendered.
    startTransition(() =>
      setHeld((before) =>
        before.select === select && Object.is(before.value, last)
          ? before
          : { select, value: last },
      ),
    );
    const follow = (): void => {
      const next = select(current());
      if (Object.is(next, last)) return;
      last = next;
      setHeld({ select, value: next });
    };
    followers.add(follow);
    return () => void followers.delete(follow);
  }, [select, followers]);
  return value;
}

/** Something of one lane. Keep `pick` stable, as a function of the module. */
export function useLateLane<Value>(
  index: number,
  pick: (lane: LaneState | undefined) => Value,
): Value {
  return useLateStore(useCallback(({ lanes }) => pick(lanes[index]), [index, pick]));
}

const labOf = ({ lab }: State): State['lab'] => lab;
const labLanesOf = ({ lab }: State): State['lab']['lanes'] => lab.lanes;
const lanesOf = ({ lanes }: State): State['lanes'] => lanes;

/** The lab, for what is drawn from it. */
export const useLateLab = (): State['lab'] => useLateStore(labOf);
/** The lab's lanes, for their names and looks. */
export const useLateLabLanes = (): State['lab']['lanes'] => useLateStore(labLanesOf);
/** Results, for charts. */
export const useLateResults = (): State['lanes'] => useLateStore(lanesOf);
