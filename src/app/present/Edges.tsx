import { useEffect, useRef } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import styles from './Edges.module.css';
import { edgeAt, isControl } from './edgeAt.ts';

interface EdgesProps {
  readonly dir: 'ltr' | 'rtl';
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** A tap at the edge of the screen steps; chevrons mark the areas, which cover no control. */
export function Edges({ dir, onBack, onNext }: EdgesProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const sideOf = (event: MouseEvent): ReturnType<typeof edgeAt> =>
      isControl(event.target) ? null : edgeAt(event.clientX, window.innerWidth, dir);
    const moved = (event: PointerEvent): void => {
      if (ref.current !== null) ref.current.dataset['at'] = sideOf(event) ?? '';
    };
    const clicked = (event: MouseEvent): void => {
      // Selecting text with the mouse is not a tap.
      if (event.defaultPrevented || getSelection()?.isCollapsed === false) return;
      const side = sideOf(event);
      if (side === 'back') onBack();
      if (side === 'next') onNext();
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('click', clicked);
    return () => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('click', clicked);
    };
  }, [dir, onBack, onNext]);
  const [Back, Next] = dir === 'ltr' ? [ChevronLeft, ChevronRight] : [ChevronRight, ChevronLeft];
  return (
    <div ref={ref} className={styles['edges']} aria-hidden>
      <Back className={styles['back']} />
      <Next className={styles['next']} />
    </div>
  );
}
