import { useEffect, useState } from 'react';
import { DEFAULT_LAB } from '../engine/config.ts';
import { LANGUAGES, THEMES } from '../store/types.ts';
import { useStore } from '../store/store.ts';
import { currentHash, currentPage, followHash, hashOf, onNavigate, parseRoute } from './route.ts';
import type { Route } from './route.ts';

/** Puts what a link says into the store. */
function enter({ view, query, page }: Route): void {
  const { replaceLab, setView } = useStore.getState();
  const language = LANGUAGES.find((each) => each === page['lang']);
  const theme = THEMES.find((each) => each === page['theme']);
  setView({
    focus: null,
    opened: null,
    ...(language ? { language } : {}),
    ...(theme ? { theme } : {}),
  });
  // A step of the lesson brings its own lab, and has it put up by the view.
  if (view !== 'lesson') replaceLab(query?.lab ?? DEFAULT_LAB, query?.notices ?? []);
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
        if (view !== 'lab') return;
        const moved =
          state.lab !== before.lab ||
          (page['lang'] !== undefined && state.language !== before.language) ||
          (page['theme'] !== undefined && state.theme !== before.theme);
        if (moved) followHash(hashOf('lab', state.lab, currentPage(page, state)));
      }),
    [view, page],
  );
  return route;
}
