/** Parts of the page whose code is loaded when they are first shown, or fetched before that. */
import { startTransition, Suspense, useEffect, useState } from 'react';
import type { ComponentType, FunctionComponent, ReactElement } from 'react';
import { Placeholder } from './Placeholder.tsx';

export interface LatePart<Props extends object> extends FunctionComponent<Props> {
  /** Fetches the code; returns the same promise every time, and a new one after a failure. */
  readonly fetch: () => Promise<void>;
}

interface LaterOptions {
  /** Class of the placeholder that is shown until the part is loaded. */
  readonly placeClass?: string | undefined;
  /** What is shown until then instead of an empty placeholder. */
  readonly place?: ReactElement;
  /** Whether to leave the part out if its code cannot be fetched; otherwise that is an error. */
  readonly optional?: boolean;
}

/**
 * A component that renders as soon as its code and its words are loaded. React's `lazy` may take up to 300 ms
 * longer, because React throttles how often suspended content is revealed.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { placeClass, place, optional = false }: LaterOptions = {},
): LatePart<Props> {
  let found: ComponentType<Props> | null = null;
  let fetching: Promise<void> | null = null;
  const fetch = (): Promise<void> => {
    fetching ??= load()
      .then((component) => {
        found = component;
      })
      .finally(() => {
        if (found === null) fetching = null;
      });
    return fetching;
  };
  function LatePart(props: Props) {
    const [Part, setPart] = useState(() => found);
    const [problem, setProblem] = useState<unknown>(null);
    useEffect(() => {
      const begin = (): void =>
        void fetch().then(() => startTransition(() => setPart(() => found)), setProblem);
      if (fetching !== null) return begin();
      // Each request in a task of its own: the page asks for many parts at once when it is first drawn.
      const timer = setTimeout(begin);
      return () => clearTimeout(timer);
    }, []);
    if (problem !== null) {
      if (optional) return null;
      throw problem;
    }
    const fallback = (
      <>
        {place}
        <Placeholder className={placeClass} />
      </>
    );
    if (Part === null) return fallback;
    return (
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    );
  }
  return Object.assign(LatePart, { fetch });
}
