/** What a chapter is made of, beside its text: steps, what each puts on the stage, and what it asks. */
import type { Quantity } from '../engine/types.ts';
import type { StageControl } from '../panels/controls/stageControls.ts';
import type { Facts } from './facts/facts.ts';

export const CHAPTER_IDS = [
  'start',
  'zero',
  'random',
  'sigmoid',
  'xavier',
  'frameworks',
  'he',
  'choose',
] as const;
export type ChapterId = (typeof CHAPTER_IDS)[number];

/** A block on the stage. Lanes and layers are those of the stage's query. */
export type StagePanel =
  | { readonly id: 'lanes' }
  /**
   * `between`: the spread between examples, beside or in place of that of all outputs. `measured`: no
   * lines of theory.
   */
  | {
      readonly id: 'spread';
      readonly direction: 'forward' | 'backward';
      readonly between?: 'beside' | 'instead';
      readonly measured?: true;
    }
  | { readonly id: 'curve'; readonly lane: number; readonly layer: number }
  | { readonly id: 'magnitude'; readonly lane: number }
  | { readonly id: 'weights'; readonly lane: number; readonly layer: number }
  /** The layer's weights of every lane, the interval ±0.1 shaded. */
  | { readonly id: 'draws' }
  /** The reader draws the spread by hand; then the measured one of the lane lies over it. */
  | { readonly id: 'sketch'; readonly lane: number }
  | { readonly id: 'net' }
  | { readonly id: 'lecture-draw' }
  /** `fixed`: without its slider, so that it does not answer the question. */
  | { readonly id: 'neuron'; readonly fixed: boolean }
  /**
   * `of`: the shape the reader sets, or the first layer of the stage's first lane and its rule. With He's
   * rule and ReLU only after the chapter that brings them.
   */
  | { readonly id: 'gauges'; readonly of: 'dials' | 'lane'; readonly withHe: boolean }
  | { readonly id: 'defaults' }
  | { readonly id: 'decisions' }
  | { readonly id: 'race-curves' }
  | { readonly id: 'race-boundary' }
  /** `nudge`: with a hand that pushes a weight. */
  | { readonly id: 'race-units'; readonly nudge?: true }
  | { readonly id: 'race-diagnostics' }
  /** What the reader thought in all chapters, and what happened. */
  | { readonly id: 'recap' };

export interface Stage {
  readonly kind: 'lab' | 'race';
  /** As in a link to the lab or to the races. */
  readonly query: string;
  readonly panels: readonly StagePanel[];
  readonly controls: readonly StageControl[];
  readonly quantity: Quantity;
}

export type Prediction =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'choice';
      /** The id of the right answer, read off the results of the revealed stage; `null`: not yet known. */
      readonly correct: (facts: Facts) => string | null;
    }
  | { readonly kind: 'sketch'; readonly lane: number };

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
  /** A quiz: each has its own stage, shown once it is answered. */
  readonly questions?: readonly Question[];
}

export interface Chapter {
  readonly id: ChapterId;
  readonly steps: readonly Step[];
}

const QUERY = { controls: [], quantity: 'activations' } as const;

export const lab = (
  query: string,
  panels: readonly StagePanel[],
  more: Partial<Pick<Stage, 'controls' | 'quantity'>> = {},
): Stage => ({ ...QUERY, kind: 'lab', query, panels, ...more });

export const race = (
  query: string,
  panels: readonly StagePanel[],
  more: Partial<Pick<Stage, 'controls'>> = {},
): Stage => ({ ...QUERY, kind: 'race', query, panels, ...more });

export const NO_PREDICTION: Prediction = { kind: 'none' };

export const choice = (correct: (facts: Facts) => string | null): Prediction => ({
  kind: 'choice',
  correct,
});

/** The same network, nothing on the stage yet: the question comes first. */
export const covered = (stage: Stage): Stage => ({ ...stage, panels: [], controls: [] });
