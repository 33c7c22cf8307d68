import type { Format } from '../i18n/format.ts';

/** What every chart takes: numbers to draw and words to print. No chart formats a number or writes a word by itself. */

/** The numbers of the page's language. */
export type ChartFormat = Pick<Format, 'number' | 'percent' | 'integer'>;

/** Index of a `--series-n` token: one colour per idea. */
export type Tone = 1 | 2 | 3 | 4 | 5;
/** Colour is never alone. */
export type Dash = 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'dash-dot-dot' | 'long';

/** Lanes of one colour, from its own to nearly the ink; `--shade` of the theme. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 5;

/** How a lane is drawn everywhere. */
export interface LaneLook {
  readonly tone: Tone;
  readonly dash: Dash;
  readonly shade?: Shade | undefined;
}

/** A look as the theme reads it. */
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
  /** What is shown is not what was asked: drawn faint. */
  readonly stale: boolean;
}

/** Measured once by `useChartSize`; `rem` is the root font size in px, so that type scales with the theme. */
export interface ChartSize {
  readonly width: number;
  readonly rem: number;
  /** How much larger than on a page its words are set; 1 where absent. */
  readonly type?: number;
  /** How much higher than on a page charts are drawn, and rows of histograms; 1 where absent. */
  readonly tall?: number;
  readonly pitch?: number;
}

/** Linked focus: layer `focused` is marked in every chart. */
export interface LayerFocus {
  readonly focused: number | null;
  readonly onFocusLayer: (layer: number | null) => void;
  /** Click or Enter; absent where a layer opens nothing. */
  readonly onOpenLayer?: ((layer: number) => void) | undefined;
}

/** `own`: every array on its own range; `same`: all on the quantity's shared domain. */
export type HistogramScale = 'same' | 'own';
