import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Place, useLatePlace } from '../../store/late/useLatePlace.ts';
import { useMarkPending } from '../../ui/pending.ts';

/** A part of the page that follows the results later while it is out of sight. */
export function InSight({ children }: { readonly children: ReactNode }) {
  const { place, behind, setInSight } = useLatePlace();
  const box = useRef<HTMLDivElement>(null);
  useMarkPending(behind);
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const observer = new IntersectionObserver((entries) =>
      setInSight(entries.at(-1)?.isIntersecting ?? true),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [setInSight]);
  return (
    <div ref={box}>
      <Place value={place}>{children}</Place>
    </div>
  );
}
