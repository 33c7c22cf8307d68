/** How many dots stand for the units of a layer: every unit while there are few, then in proportion. */

/** The longer column has so many at most. */
export const MAX_DOTS = 28;

export interface LayerDots {
  readonly inputs: number;
  readonly outputs: number;
}

/** Neither column is ever empty. */
export function layerDots(fanIn: number, fanOut: number): LayerDots {
  const each = Math.max(1, Math.max(fanIn, fanOut) / MAX_DOTS);
  const dots = (units: number): number => Math.max(1, Math.round(units / each));
  return { inputs: dots(fanIn), outputs: dots(fanOut) };
}
