import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ComponentType, FocusEvent, PointerEvent } from 'react';
import { whenUnhurried } from '../../ui/whenNear.ts';
import { PlainFrame } from './PlainFrame.tsx';
import { linearScale, PlotProvider } from './plot.ts';
import type { Plot } from './plot.ts';
import type { PlotFrameProps } from './plotFrameProps.ts';

/**
 * The frame of every chart. Recharts takes its place when the pointer or the focus comes: its first drawing takes 50 ms,
 * on a phone four times that. Its code is fetched when the page is idle.
 */
export function PlotFrame(props: PlotFrameProps) {
  const [Recharts, load] = useRecharts();
  const box = useRef<HTMLDivElement>(null);
  const came = useRef<Came | null>(null);
  const plot = usePlotOf(props);
  const onPointer = ({ type, pointerType, buttons, clientX, clientY }: PointerEvent): void => {
    // What a pressed pointer holds, such as a point that is dragged, must not be replaced under it.
    if (buttons !== 0 || (pointerType !== 'mouse' && type !== 'pointerup')) return;
    came.current = { kind: 'pointer', clientX, clientY };
    load();
  };
  const plain = Recharts === null;
  const onReady = useCallback(() => {
    if (box.current !== null && came.current !== null) handOver(box.current, came.current);
    came.current = null;
  }, []);
  return (
    <PlotProvider value={plot}>
      <div
        ref={box}
        {...(plain && {
          onPointerEnter: onPointer,
          onPointerMove: onPointer,
          onPointerUp: onPointer,
          onFocus: ({ target, currentTarget }: FocusEvent) => {
            came.current = { kind: 'focus', stop: tabStops(currentTarget).indexOf(target) };
            load();
          },
        })}
      >
        {Recharts === null ? <PlainFrame {...props} /> : <Recharts {...props} onReady={onReady} />}
      </div>
    </PlotProvider>
  );
}

/** What has made Recharts take over: a pointer over the chart, or the focus on one of its tab stops. */
type Came =
  | { readonly kind: 'pointer'; readonly clientX: number; readonly clientY: number }
  | { readonly kind: 'focus'; readonly stop: number };

/** The chart itself, then those of its marks that can be moved by keys. */
const tabStops = (box: Element): readonly Element[] => [...box.querySelectorAll('[tabindex="0"]')];

/** Gives the new frame what the old one had: the pointer that is over it, or the focus. */
function handOver(box: HTMLElement, came: Came): void {
  if (came.kind === 'focus') {
    const stop = tabStops(box)[came.stop];
    if (stop instanceof SVGElement) stop.focus();
    return;
  }
  const { clientX, clientY } = came;
  for (const type of ['mouseover', 'mousemove'])
    box
      .querySelector('svg')
      ?.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY }));
}

type Frame = ComponentType<PlotFrameProps & { readonly onReady: () => void }>;

let loaded: Frame | null = null;

/** The frame with hover and arrow keys once it is there, and what brings it at once. */
function useRecharts(): readonly [frame: Frame | null, load: () => void] {
  const [frame, setFrame] = useState<Frame | null>(null);
  const show = useCallback(() => fetchRecharts(() => setFrame(() => loaded)), []);
  useEffect(() => whenUnhurried(() => fetchRecharts(() => undefined)), []);
  return [frame, show];
}

function fetchRecharts(then: () => void): void {
  if (loaded !== null) return then();
  import('./RechartsFrame.tsx').then(
    (code) => {
      loaded = code.RechartsFrame;
      then();
    },
    // The picture is there without it.
    () => undefined,
  );
}

/** Where the marks of a chart are. */
function usePlotOf({ width, height, margin, x, y }: PlotFrameProps): Plot {
  const axis = 'ticks' in y ? y : null;
  const side = axis === null ? null : (axis.side ?? 'left');
  const left = margin.left + (side === 'left' && axis !== null ? axis.room : 0);
  const right = width - margin.right - (side === 'right' && axis !== null ? axis.room : 0);
  const top = margin.top;
  const foot = height - margin.bottom - x.room;
  const [[xLo, xHi], [yLo, yHi]] = [x.domain, y.domain];
  const scales = useMemo(
    () => ({
      plot: { x: left, y: top, width: right - left, height: foot - top },
      sx: linearScale([xLo, xHi], left, right),
      sy: linearScale([yLo, yHi], foot, top),
      width,
    }),
    [left, right, top, foot, xLo, xHi, yLo, yHi, width],
  );
  const ticks = axis?.ticks;
  return useMemo(
    () => ({ ...scales, ticks: (ticks ?? []).map((value) => scales.sy(value)) }),
    [scales, ticks],
  );
}
