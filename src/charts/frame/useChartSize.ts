import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { leaveRoom, whenNear } from '../../ui/whenNear.ts';
import type { ChartSize } from '../types.ts';

const positive = (text: string, otherwise: number): number => {
  const size = Number.parseFloat(text);
  return Number.isFinite(size) && size > 0 ? size : otherwise;
};

/** `--text-tiny` of theme/tokens.css, in rem. */
const PAGE_TYPE = 0.765;

const rootSize = (): number => positive(getComputedStyle(document.documentElement).fontSize, 16);

const isSame = (one: ChartSize, other: ChartSize): boolean =>
  one.width === other.width &&
  one.rem === other.rem &&
  one.type === other.type &&
  one.tall === other.tall &&
  one.pitch === other.pitch;

/**
 * The content width of one element; the root font size, which the projector theme changes without changing any width;
 * how large a presented page sets its text; and how high charts are there. `null` until the element is mounted and near
 * the window: a chart out of sight is not drawn. Whole pixels, so that a scrollbar's fraction of a pixel does not
 * render every frame again. Until then the element keeps `room`, a height as in CSS.
 */
export function useChartSize(
  room?: string,
): readonly [
  ref: (element: HTMLElement | null) => (() => void) | undefined,
  size: ChartSize | null,
] {
  const [size, setSize] = useState<ChartSize | null>(null);
  const mounted = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (size !== null && mounted.current !== null) leaveRoom(mounted.current);
  }, [size]);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      mounted.current = element;
      if (element === null) return undefined;
      let last: ChartSize | null = null;
      const measure = (): void => {
        const style = getComputedStyle(element);
        const padding =
          Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
        const width = Math.floor(element.clientWidth - padding);
        const rem = rootSize();
        const fit = positive(style.getPropertyValue('--chart-fit'), 1);
        const tall = fit * positive(style.getPropertyValue('--chart-height'), 1);
        const pitch = fit * positive(style.getPropertyValue('--row-height'), 1);
        const type = positive(style.getPropertyValue('--text-tiny'), PAGE_TYPE) / PAGE_TYPE;
        const next = { width, rem, type, tall, pitch };
        // An observer calls at once: to set the same size again would render the chart in one piece instead of in slices.
        if (last !== null && isSame(last, next)) return;
        last = next;
        setSize((old) => (old !== null && isSame(old, next) ? old : next));
      };
      const resized = new ResizeObserver(measure);
      const themed = new MutationObserver(measure);
      const draw = (): void => {
        measure();
        resized.observe(element);
        themed.observe(document.documentElement, {
          attributeFilter: ['data-theme', 'data-present', 'data-tightstage', 'data-roomystage'],
        });
      };
      const cancel = whenNear(element, draw, room);
      return () => {
        mounted.current = null;
        cancel();
        resized.disconnect();
        themed.disconnect();
      };
    },
    [room],
  );
  return [ref, size];
}
