import { useEffect, useState } from 'react';
import { DEFAULT_LAB } from '../engine/config.ts';
import { LANGUAGES, THEMES } from '../store/types.ts';
import { useStore } from '../store/store.ts';
import { currentHash, followHash, hashOf, onNavigate, parseRoute } from './route.ts';
import type { Route } from './route.ts';

/** Puts what a link says into the store. */
function enter(route: Route): void {
  const { replaceLab, setView } = useStore.getState();
  setView({ focus: null, opened: null });
  if (route.query === null) {
    replaceLab(DEFAULT_LAB, []);
    return;
  }
  const { lab, notices, page } = route.query;
  const language = LANGUAGES.find((each) => each === page['lang']);
  const theme = THEMES.find((each) => each === page['theme']);
  setView({ ...(language ? { language } : {}), ...(theme ? { theme } : {}) });
  replaceLab(lab, notices);
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
  const page = route.query?.page;
  useEffect(
    () =>
      useStore.subscribe((state, before) => {
        if (state.lab === before.lab || route.view !== 'lab') return;
        const { lang: _lang, theme: _theme, ...kept } = page ?? {};
        followHash(hashOf('lab', state.lab, kept));
      }),
    [route.view, page],
  );
  return route;
}
