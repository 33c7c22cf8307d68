import { useEffect, useState } from 'react';
import { DEFAULT_LAB } from '../../engine/lab/config.ts';
import { readTrain } from '../../engine/train/config.ts';
import { raceLanes } from '../../engine/train/lanes.ts';
import { LANGUAGES, THEMES } from '../../store/state/types.ts';
import { useStore } from '../../store/store.ts';
import { currentHash, currentPage, followHash, hashOf, onNavigate, parseRoute } from './route.ts';
import type { Route } from './route.ts';

/** Puts what a link says into the store. */
function enter({ view, query, page }: Route): void {
  const { replaceLab, replaceTrain, setStage, setView } = useStore.getState();
  const language = LANGUAGES.find((each) => each === page['lang']);
  const theme = THEMES.find((each) => each === page['theme']);
  setView({
    focus: null,
    opened: null,
    ...(language ? { language } : {}),
    ...(theme ? { theme } : {}),
  });
  // A step of the lesson brings its own stage, and has it put up by the view.
  if (view === 'lesson' || view === 'notes') return;
  if (view === 'train' && query !== null) {
    replaceTrain(readTrain(page).value);
    replaceLab(query.lab, raceLanes(query).notices);
  } else replaceLab(query?.lab ?? DEFAULT_LAB, query?.notices ?? []);
  setStage(view === 'train' ? 'race' : 'lab');
}

/** The view the address names; the address follows the lab's state. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(currentHash()));
  useEffect(() => {
    enter(parseRoute(currentHash()));
    return onNavigate((hash) => {
      const next = parseRoute(hash);
      enter(next);
      setRoute(next);
      window.scrollTo(0, 0);
    });
  }, []);
  const { view, page } = route;
  useEffect(
    () =>
      useStore.subscribe((state, before) => {
        if (view !== 'lab' && view !== 'train') return;
        const moved =
          state.lab !== before.lab ||
          state.train !== before.train ||
          (page['lang'] !== undefined && state.language !== before.language) ||
          (page['theme'] !== undefined && state.theme !== before.theme);
        if (moved) followHash(hashOf(view, state.lab, currentPage(view, page, state)));
      }),
    [view, page],
  );
  return route;
}
