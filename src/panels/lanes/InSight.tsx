import { useEffect, useRef } from 'react';
import type { ComponentProps } from 'react';
import { Place, useLatePlace } from '../../store/late/useLatePlace.ts';
import { useMarkPending } from '../../ui/pending.ts';

interface InSightProps extends Omit<ComponentProps<'div'>, 'ref'> {
  /** Whether it is drawn after the lanes on a device that takes long to draw. */
  readonly afterLanes?: boolean;
}

/** A part of the page that follows the results later while it is out of sight; a `div` with these properties. */
export function InSight({ afterLanes = false, children, ...rest }: InSightProps) {
  const { place, behind, setInSight } = useLatePlace(afterLanes);
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
    <div {...rest} ref={box}>
      <Place value={place}>{children}</Place>
    </div>
  );
}
