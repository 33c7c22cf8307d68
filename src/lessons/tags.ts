/** The closed set of tags a lesson's text may use, with their attributes; and what is known of a chapter's text. */

export const TAGS = {
  /** One screen. */
  Step: { id: 'needed' },
  /** What is asked before the outcome is shown; its answers follow it. */
  Ask: {},
  Option: { id: 'needed' },
  /** Shown once the outcome may be told. */
  After: {},
  /** A question of the quiz: holds Ask, Options and After. */
  Question: { id: 'needed' },
  /** A number of the stage, computed: see numbers.ts. `layer` is a number or `last`. */
  Num: { of: 'needed', lane: 'may', layer: 'may', framework: 'may' },
  /** A word for lane `i`, in its colour. */
  Lane: { i: 'needed' },
  /** The sentence to remember. */
  Mark: {},
  Aside: {},
  /** What to do on the page, left out on paper. */
  OnScreen: {},
  /** For the speaker's window only, at the end of a step. */
  Notes: {},
  /** The three questions of the first chapter, answered for every lane on the stage: for the end of a chapter. */
  ThreeQuestions: {},
  /** A piece of code: one of CODE_IDS. */
  Code: { id: 'needed' },
} as const satisfies Record<string, Readonly<Record<string, 'needed' | 'may'>>>;

/** Code.tsx has a component for each. */
export const CODE_IDS = ['lecture-draw', 'lane'] as const;
export type CodeId = (typeof CODE_IDS)[number];

export type TagName = keyof typeof TAGS;

export interface OutlineQuestion {
  readonly ask: string;
  readonly options: readonly string[];
}

export interface OutlineNumber {
  readonly of: string;
  readonly lane: string | null;
  readonly layer: string | null;
  readonly framework: string | null;
  /** Shown before the question is answered. */
  readonly beforeAnswer: boolean;
  /** The question of a quiz it stands in. */
  readonly question: string | null;
}

export interface OutlineStep {
  readonly id: string;
  readonly title: string;
  readonly question: OutlineQuestion | null;
  /** Of a quiz. */
  readonly questions: readonly (OutlineQuestion & { readonly id: string })[];
  readonly numbers: readonly OutlineNumber[];
  /** Of the speaker's notes: their numbers and their length. */
  readonly noted: readonly OutlineNumber[];
  readonly notedLetters: number;
  readonly lanes: readonly number[];
  readonly codes: readonly string[];
  /** Whether it ends with the three questions. */
  readonly threeQuestions: boolean;
  /** TeX, as it stands in the text. */
  readonly formulas: readonly string[];
  readonly letters: number;
}

/** What the compiler tells of a chapter's text (scripts/remarkLesson.ts). */
export interface Outline {
  readonly steps: readonly OutlineStep[];
}
