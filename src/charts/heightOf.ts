import type { ChartSize } from './types.ts';

/** Height in px of a chart that is `rems` high on a page; on a projector as high as its screen has room. */
export const heightOf = ({ rem, tall = 1 }: ChartSize, rems: number): number =>
  Math.round(rem * rems * tall);
