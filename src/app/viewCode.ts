/** The code of each view, fetched when it is needed or when the page has nothing else to do. */
import { createElement, startTransition, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { useMarkPending } from '../ui/pending.ts';
import type { View } from './address/route.ts';
import { currentHash, parseRoute, VIEWS } from './address/route.ts';

const CODE = {
  start: () => import('./views/Start.tsx'),
  lesson: () => import('./views/Lesson.tsx'),
  lab: () => import('./views/Lab.tsx'),
  train: () => import('./views/Race.tsx'),
  weights: () => import('./views/Weights.tsx'),
  notes: () => import('./views/Notes.tsx'),
} as const satisfies Record<View, () => Promise<object>>;

/**
 * A view that stands as soon as its code is there. React's own `lazy` waits up to 300 ms more:
 * it shows again what has suspended only so often.
 */
function lazyView<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  let found: ComponentType<Props> | null = null;
  return function LazyView(props: Props) {
    const [View, setView] = useState(() => found);
    const [problem, setProblem] = useState<unknown>(null);
    useMarkPending(View === null && problem === null);
    if (problem !== null) throw problem;
    useEffect(() => {
      if (View !== null) return;
      load().then((code) => {
        found = code.default;
        startTransition(() => setView(() => code.default));
      }, setProblem);
    }, [View]);
    return View === null ? null : createElement(View, props);
  };
}

export const StartView = lazyView(CODE.start);
export const LessonView = lazyView(CODE.lesson);
export const LabView = lazyView(CODE.lab);
export const RaceView = lazyView(CODE.train);
export const WeightsView = lazyView(CODE.weights);
export const NotesView = lazyView(CODE.notes);

const ignore = (): void => undefined;

/** Calls back when the page is idle; Safari has no idle callback. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 800);
}

/** The view the address names, at once; a failure shows when the view is rendered. */
export function fetchFirstView(): void {
  CODE[parseRoute(currentHash()).view]().catch(ignore);
}

/** Everything else, so that the next click is instant and works without a network. */
export function fetchOtherViews(): void {
  const fetchNext = (index: number): void => {
    const view = VIEWS[index];
    if (view === undefined) return;
    // One after the other: each is idle time's work by itself.
    whenIdle(() => {
      CODE[view]()
        .catch(ignore)
        .finally(() => fetchNext(index + 1));
    });
  };
  fetchNext(0);
}
