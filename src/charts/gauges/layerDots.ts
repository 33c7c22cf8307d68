/** How many dots represent the units of a layer: one per unit while there are few, then in proportion. */

/** Most dots in the longer column. */
export const MAX_DOTS = 28;

export interface LayerDots {
  readonly inputs: number;
  readonly outputs: number;
}

/** Numbers of dots for `fanIn` inputs and `fanOut` units; each is at least 1. */
export function layerDots(fanIn: number, fanOut: number): LayerDots {
  const each = Math.max(1, Math.max(fanIn, fanOut) / MAX_DOTS);
  const dots = (units: number): number => Math.max(1, Math.round(units / each));
  return { inputs: dots(fanIn), outputs: dots(fanOut) };
}
