import { useEffect, useState } from 'react';
import { DEFAULT_LAB } from '../../engine/lab/config.ts';
import { raceLanes } from '../../engine/train/lanes.ts';
import { useStore } from '../../store/store.ts';
import { addressKeys, currentHash, followHash, hashOf, onNavigate, parseRoute } from './route.ts';
import type { Route } from './route.ts';

/** Puts the state given by a link into the store. */
function enter({ view, query, options }: Route): void {
  const { replaceLab, replaceTrain, setStage, setView } = useStore.getState();
  const { language, theme } = options;
  setView({
    focus: null,
    opened: null,
    ...(language === null ? {} : { language }),
    ...(theme === null ? {} : { theme }),
  });
  // These views set up their own stage.
  if (view === 'lesson' || view === 'notes' || view === 'questions') return;
  if ((view === 'train' || view === 'map') && query !== null) replaceTrain(query.train);
  if (view === 'train' && query !== null) {
    replaceLab(query.lab, raceLanes(query).notices);
  } else replaceLab(query?.lab ?? DEFAULT_LAB, query?.notices ?? []);
  setStage(view === 'train' ? 'race' : 'lab');
}

/** The hash whose state the store has. */
let entered: string | null = null;

/** Puts the state of the address into the store, before anything is drawn: afterwards all of it would be drawn twice. */
export function enterAddress(): void {
  const hash = currentHash();
  if (hash === entered) return;
  entered = hash;
  enter(parseRoute(hash));
}

/** The current route; also keeps the address up to date with the lab's state. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(currentHash()));
  useEffect(() => {
    enterAddress();
    return onNavigate((hash) => {
      const next = parseRoute(hash);
      entered = hash;
      enter(next);
      setRoute(next);
      window.scrollTo(0, 0);
    });
  }, []);
  const { view, options } = route;
  useEffect(
    () =>
      useStore.subscribe((state, before) => {
        if (view !== 'lab' && view !== 'train' && view !== 'map') return;
        const moved =
          state.lab !== before.lab ||
          state.train !== before.train ||
          (options.language !== null && state.language !== before.language) ||
          (options.theme !== null && state.theme !== before.theme);
        if (moved) followHash(() => hashOf(view, state.lab, addressKeys(view, options, state)));
      }),
    [view, options],
  );
  return route;
}
