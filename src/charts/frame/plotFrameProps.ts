import type { ComponentType } from 'react';
import type { NumberText } from '../../i18n/format.ts';
import type { StripMargin } from '../geometry/margin.ts';

export interface PlotAxis {
  readonly domain: readonly [lo: number, hi: number];
  readonly ticks: readonly number[];
  readonly print: (value: number) => NumberText | null;
  /** Px beside the plot: the height of an x-axis, the width of a y-axis. */
  readonly room: number;
  /** Px from the plot to the labels; Recharts' default without it. */
  readonly gap?: number;
  /** Side of a y-axis; left by default. */
  readonly side?: 'left' | 'right';
  /** x-axis: the label of the last tick ends at the plot's edge. */
  readonly lastInside?: boolean;
}

export interface PlotFrameProps {
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  /** In px; `left` is added to the room of the y-axis. */
  readonly margin: StripMargin;
  readonly x: PlotAxis;
  /** Without ticks there is a scale but no axis. */
  readonly y: PlotAxis | Pick<PlotAxis, 'domain'>;
  /** Values along x at which the pointer and the arrow keys stop. */
  readonly stops: readonly number[];
  /** From the chart's lower edge to the tooltip, in px: below the axis, where it hides no data. */
  readonly tipGap: number;
  /** Accessible name of the plot. */
  readonly label: string;
  readonly onFocus?: (at: number | null) => void;
  /** Drawn inside the frame; reads changing data from a context, and positions from `usePlot`. */
  readonly Marks: ComponentType;
  readonly Tip: ComponentType<{ readonly at: number }>;
}
