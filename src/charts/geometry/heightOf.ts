import type { ChartSize } from '../types.ts';

/** Height in px of a chart that is `rems` high on a page; on a projector as high as its screen has room. */
export const heightOf = ({ rem, tall = 1 }: ChartSize, rems: number): number =>
  Math.round(rem * rems * tall);

/** How many ticks fit on the value axis of a chart this high, at most `most`: below it are 3 rem of words. */
export const ticksIn = (height: number, rem: number, most: number): number =>
  Math.max(2, Math.min(most, Math.floor((height / rem - 3) / 1.3)));
