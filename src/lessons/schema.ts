/** What a chapter is made of, beside its text: steps, what each puts on the stage, and what it asks. */
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
  /** As in a link to the lab or to the races. */
  readonly query: string;
  readonly panels: readonly StagePanel[];
  readonly controls: readonly StageControl[];
  readonly quantity: Quantity;
  /** A race that costs much names its time and waits until somebody starts it. */
  readonly start: RaceStart;
}

export type Prediction =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'choice';
      /** The id of the right answer, read off the results of the revealed stage; `null`: not yet known. */
      readonly correct: (facts: Facts) => string | null;
    }
  | { readonly kind: 'sketch'; readonly lane: number };

/** A picture to draw by hand; sizes follow from the revealed stage. */
export type PaperDrawing =
  /** The last layer's values, on this axis. */
  | { readonly kind: 'histogram'; readonly lo: number; readonly hi: number }
  /** Weights, beside a uniform draw of this limit. */
  | { readonly kind: 'weights'; readonly limit: number; readonly widest: number }
  /** Spread against layers, of one lane or of all; to the limits of float32 where it runs out of it. */
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
  /** The stage once the outcome is shown; the same where absent. */
  readonly revealed?: Stage;
  readonly prediction: Prediction;
  /** What a hand draws of it on a worksheet, where the question itself does not tell. */
  readonly paper?: PaperDrawing;
  /** A quiz: each has its own stage, shown once it is answered. */
  readonly questions?: readonly Question[];
}

export interface Chapter {
  readonly id: ChapterId;
  readonly steps: readonly Step[];
}

const QUERY = { controls: [], quantity: 'activations', start: 'at-once' } as const;

export const lab = (
  query: string,
  panels: readonly StagePanel[],
  more: Partial<Pick<Stage, 'controls' | 'quantity'>> = {},
): Stage => ({ ...QUERY, kind: 'lab', query, panels, ...more });

export const race = (
  query: string,
  panels: readonly StagePanel[],
  more: Partial<Pick<Stage, 'controls' | 'start'>> = {},
): Stage => ({ ...QUERY, kind: 'race', query, panels, ...more });

export const NO_PREDICTION: Prediction = { kind: 'none' };

export const choice = (correct: (facts: Facts) => string | null): Prediction => ({
  kind: 'choice',
  correct,
});

/** The same network, nothing on the stage yet: the question comes first. */
export const covered = (stage: Stage): Stage => ({ ...stage, panels: [], controls: [] });
