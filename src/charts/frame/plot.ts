import { createContext, useContext } from 'react';
import { chartContext } from './chartContext.ts';

/** Maps a value of an axis to px. */
export type LinearScale = (value: number) => number;

/** The inside of the axes, in px of the chart. */
export interface PlotArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Plot {
  readonly plot: PlotArea;
  readonly sx: LinearScale;
  readonly sy: LinearScale;
  /** Positions of the ticks of the y-axis, in px. */
  readonly ticks: readonly number[];
  /** Width of the whole chart, in px. */
  readonly width: number;
}

/** Where a chart's marks are drawn; the same functions until the axes change. */
export const [PlotProvider, usePlot] = chartContext<Plot>('PlotFrame');

export const Selected = createContext<number | null>(null);

/** The stop along x that the pointer or the arrow keys have selected. */
export const useSelected = (): number | null => useContext(Selected);

/** A scale from `domain` to px; as one product and one sum, because marks ask for every point of six lanes. */
export function linearScale(
  [lo, hi]: readonly [lo: number, hi: number],
  from: number,
  to: number,
): LinearScale {
  const unit = hi === lo ? 0 : (to - from) / (hi - lo);
  return (value) => from + (value - lo) * unit;
}
