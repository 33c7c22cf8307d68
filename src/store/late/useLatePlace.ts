import { createContext, useEffect, useState } from 'react';
import { IN_SIGHT, placeInSight, placeOutOfSight, removePlace } from './latePlaces.ts';
import type { LatePlace } from './latePlaces.ts';

/** The place whose components are drawn together. */
export const Place = createContext<LatePlace>(IN_SIGHT);

interface FoundPlace {
  readonly place: LatePlace;
  /** Whether the results in the store are not drawn here yet. */
  readonly behind: boolean;
  /** Whether it is in sight; at first it is. */
  readonly setInSight: (inSight: boolean) => void;
}

/** A place of its own, for the components within its `Place`. */
export function useLatePlace(afterLanes: boolean): FoundPlace {
  const [behind, onBehind] = useState(false);
  const [place] = useState((): LatePlace => ({ followers: new Set(), afterLanes, onBehind }));
  useEffect(() => {
    placeInSight(place);
    return () => removePlace(place);
  }, [place]);
  const [setInSight] = useState(() => (inSight: boolean): void => {
    if (inSight) placeInSight(place);
    else placeOutOfSight(place);
  });
  return { place, behind, setInSight };
}
