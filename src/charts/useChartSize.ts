import { useCallback, useState } from 'react';
import type { ChartSize } from './types.ts';

const rootSize = (): number => {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? size : 16;
};

/**
 * The content width of one element, and the root font size, which the projector theme changes without
 * changing any width. `null` until the element is there. Whole pixels, so that a scrollbar's fraction
 * does not draw every frame again.
 */
export function useChartSize(): readonly [
  ref: (element: HTMLElement | null) => (() => void) | undefined,
  size: ChartSize | null,
] {
  const [size, setSize] = useState<ChartSize | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = (): void => {
      const style = getComputedStyle(element);
      const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
      const width = Math.floor(element.clientWidth - padding);
      const rem = rootSize();
      setSize((old) => (old?.width === width && old.rem === rem ? old : { width, rem }));
    };
    measure();
    const resized = new ResizeObserver(measure);
    const themed = new MutationObserver(measure);
    resized.observe(element);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-present'] });
    return () => {
      resized.disconnect();
      themed.disconnect();
    };
  }, []);
  return [ref, size];
}
