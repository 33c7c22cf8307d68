/** The code of each view, and what computes, fetched when it is needed or when the page is idle. */
import { later } from '../ui/later.tsx';
import type * as start from '../store/start.ts';
import { whenAtRest, whenIdle } from '../ui/moments.ts';
import type { View } from './address/route.ts';
import { currentHash, parseRoute, VIEWS } from './address/route.ts';

export const VIEW_PARTS = {
  start: later(async () => (await import('./views/Start.tsx')).Start),
  lesson: later(async () => {
    const { Lesson, enterFirstStep } = await import('./views/Lesson.tsx');
    // Not in the task that evaluates the module: browsers that record where requests come from would parse it once more.
    await new Promise((run) => setTimeout(run));
    enterFirstStep();
    return Lesson;
  }),
  lab: later(async () => (await import('./views/Lab.tsx')).Lab),
  train: later(async () => {
    const { Race, fetchCharts } = await import('./views/Race.tsx');
    // Neither in the task that evaluates the code nor in the one that draws the page: asking for twenty files takes one.
    setTimeout(fetchCharts);
    return Race;
  }),
  map: later(async () => (await import('./views/Map.tsx')).MapPage),
  weights: later(async () => (await import('./views/Weights.tsx')).Weights),
  papers: later(async () => (await import('./views/Papers.tsx')).Papers),
  questions: later(async () => (await import('./views/Questions.tsx')).Questions),
  class: later(async () => (await import('./views/Class.tsx')).Class),
  poster: later(async () => (await import('./views/Poster.tsx')).Poster),
  notes: later(async () => (await import('./views/Notes.tsx')).Notes),
} as const satisfies Record<View, { readonly fetch: () => Promise<void> }>;

let computing: Promise<typeof start> | null = null;

/** Fetches what computes; returns the same promise every time. */
export const fetchComputing = (): Promise<typeof start> =>
  (computing ??= import('../store/start.ts'));

const ignore = (): void => undefined;

/** Fetches the view that the address names, and what computes; a failure is shown when the page is rendered. */
export function fetchFirstView(): Promise<void> {
  fetchComputing().catch(ignore);
  return VIEW_PARTS[parseRoute(currentHash()).view].fetch().catch(ignore);
}

/** Fetches everything else, so that the next click is instant and works offline. */
export function fetchOtherViews(): void {
  const fetchNext = (index: number): void => {
    const view = VIEWS[index];
    if (view === undefined) return;
    // One at a time, each in its own idle period.
    const fetch = (): void =>
      void VIEW_PARTS[view]
        .fetch()
        .catch(ignore)
        .finally(() => fetchNext(index + 1));
    whenAtRest(() => whenIdle(fetch));
  };
  fetchNext(0);
}
