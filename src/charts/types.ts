import type { Format } from '../i18n/format.ts';

/** Types shared by all charts. Charts get their number formats and texts as props; none has any built in. */

/** Number formats of the page's language. */
export type ChartFormat = Pick<Format, 'number' | 'percent' | 'integer'>;

/** Index n of a `--series-n` colour token. */
export type Tone = 1 | 2 | 3 | 4 | 5;
/** Line styles, so that colour is never the only distinction. */
export type Dash = 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'dash-dot-dot' | 'long';

/** Distinguishes lanes of one colour, from the colour itself to almost that of the ink; `--shade` of the theme. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 5;

/** The look of a lane in all charts. */
export interface LaneLook {
  readonly tone: Tone;
  readonly dash: Dash;
  readonly shade?: Shade | undefined;
}

/** The data attributes by which the theme styles a look. */
export const lookData = ({ tone, dash, shade }: LaneLook) => ({
  'data-tone': tone,
  'data-dash': dash,
  'data-shade': shade,
});

/** A lane in a chart that holds all lanes. */
export interface LaneMark extends LaneLook {
  /** Index of the lane. */
  readonly lane: number;
  readonly name: string;
  /** The data do not match the current settings yet: drawn faint. */
  readonly stale: boolean;
}

/** Measured by `useChartSize`, in px; `rem` is the root font size, so that text scales with the theme. */
export interface ChartSize {
  readonly width: number;
  readonly rem: number;
  /** Size of the text relative to an ordinary page; 1 by default. */
  readonly type?: number;
  /** Height of charts and rows of histograms relative to an ordinary page; 1 by default. */
  readonly tall?: number;
  readonly pitch?: number;
}

/** Linked focus: layer `focused` is marked in every chart. */
export interface LayerFocus {
  readonly focused: number | null;
  readonly onFocusLayer: (layer: number | null) => void;
  /** Called on click or Enter; omitted if layers cannot be opened. */
  readonly onOpenLayer?: ((layer: number) => void) | undefined;
}

/** `own`: each array over its own range; `same`: all over the shared domain of the quantity. */
export type HistogramScale = 'same' | 'own';
