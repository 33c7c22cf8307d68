import type { ChartSize } from '../types.ts';

/** Height in px of a chart that is `rems` rem high on a page; higher on a projector, where the screen has room. */
export const heightOf = ({ rem, tall = 1 }: ChartSize, rems: number): number =>
  Math.round(rem * rems * tall);

/** How many ticks fit on the value axis of a chart of `height` px, at most `most`; 3 rem of it are text. */
export const ticksIn = (height: number, rem: number, most: number): number =>
  Math.max(2, Math.min(most, Math.floor((height / rem - 3) / 1.3)));
