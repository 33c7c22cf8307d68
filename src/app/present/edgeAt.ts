/** The meaning of a tap at the edge of the screen. */

/** Share of the screen's width on each side. */
const EDGE = 0.12;

/** `null` in the middle; the sides are swapped for right-to-left text. */
export function edgeAt(x: number, width: number, dir: 'ltr' | 'rtl'): 'back' | 'next' | null {
  const left = x < width * EDGE;
  const right = x > width * (1 - EDGE);
  if (!left && !right) return null;
  return left === (dir === 'ltr') ? 'back' : 'next';
}

const CONTROLS =
  'button, a, input, select, textarea, label, summary, dialog, nav, [tabindex="0"], [role="application"], [role="slider"]';

/** Whether the target is part of an element that handles taps itself. */
export const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(CONTROLS) !== null;
