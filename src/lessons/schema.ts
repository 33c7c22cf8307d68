/** The structure of a chapter apart from its text: steps, their stages, and their questions. */
import type { Quantity } from '../engine/types.ts';
import type { RaceStart } from '../engine/lab/config.ts';
import type { StageControl } from '../panels/controls/stageControls.ts';
import type { Facts } from './facts/facts.ts';
import type { StagePanel } from './stage/panelTable.tsx';

export type { StagePanel } from './stage/panelTable.tsx';

export const CHAPTER_IDS = [
  'start',
  'zero',
  'random',
  'sigmoid',
  'xavier',
  'frameworks',
  'he',
  'choose',
  'clinic',
] as const;
export type ChapterId = (typeof CHAPTER_IDS)[number];

export interface Stage {
  readonly kind: 'lab' | 'race';
  /** Same form as in a link to the lab or the races. */
  readonly query: string;
  readonly panels: readonly StagePanel[];
  readonly controls: readonly StageControl[];
  readonly quantity: Quantity;
  /** When a race starts; a costly one shows its duration and waits to be started. */
  readonly start: RaceStart;
}

export type Prediction =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'choice';
      /** The id of the right answer, from the results of the revealed stage; `null` while unknown. */
      readonly correct: (facts: Facts) => string | null;
    }
  | { readonly kind: 'sketch'; readonly lane: number };

/** A picture to draw by hand; its dimensions follow from the revealed stage. */
export type PaperDrawing =
  /** Histogram of the last layer's values, on the axis from `lo` to `hi`. */
  | { readonly kind: 'histogram'; readonly lo: number; readonly hi: number }
  /** Histogram of weights, beside a uniform distribution of this limit. */
  | { readonly kind: 'weights'; readonly limit: number; readonly widest: number }
  /** The first lane's activation over −reach…reach; the histogram of this layer's sums is drawn under it. */
  | { readonly kind: 'curve'; readonly layer: number; readonly reach: number }
  /** Std by layer, of the first lane or of all; `float32` extends the axis to the limits of float32. */
  | {
      readonly kind: 'spread';
      readonly lanes: 'first' | 'all';
      readonly range: 'usual' | 'float32';
    };

export interface Question {
  readonly id: string;
  readonly stage: Stage;
  readonly correct: (facts: Facts) => string | null;
}

export interface Step {
  readonly id: string;
  readonly stage: Stage;
  /** The stage once the outcome is shown; defaults to `stage`. */
  readonly revealed?: Stage;
  readonly prediction: Prediction;
  /** What to draw by hand on a worksheet, if the question itself does not determine it. */
  readonly paper?: PaperDrawing;
  /** Questions of a quiz; each has its own stage, shown once it is answered. */
  readonly questions?: readonly Question[];
}

export interface Chapter {
  readonly id: ChapterId;
  readonly steps: readonly Step[];
}

const QUERY = { controls: [], quantity: 'activations', start: 'at-once' } as const;

/** A stage of the lab; without controls, and showing activations, unless `more` says otherwise. */
export const lab = (
  query: string,
  panels: readonly StagePanel[],
  more: Partial<Pick<Stage, 'controls' | 'quantity'>> = {},
): Stage => ({ ...QUERY, kind: 'lab', query, panels, ...more });

/** A stage with a race, which starts at once unless `more` says otherwise. */
export const race = (
  query: string,
  panels: readonly StagePanel[],
  more: Partial<Pick<Stage, 'controls' | 'start'>> = {},
): Stage => ({ ...QUERY, kind: 'race', query, panels, ...more });

export const NO_PREDICTION: Prediction = { kind: 'none' };

/** A prediction by choosing an option; `correct` returns the id of the right one. */
export const choice = (correct: (facts: Facts) => string | null): Prediction => ({
  kind: 'choice',
  correct,
});

/** The same network with nothing shown yet, because the question comes first. */
export const covered = (stage: Stage): Stage => ({ ...stage, panels: [], controls: [] });
