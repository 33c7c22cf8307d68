/** The complete set of tags in a lesson's text, with their attributes, and the outline of a chapter's text. */

export const TAGS = {
  /** One screen. */
  Step: { id: 'needed' },
  /** The question asked before the outcome is shown; its answers follow. */
  Ask: {},
  Option: { id: 'needed' },
  /** Shown together with the outcome. */
  After: {},
  /** The answer in one number or a few words, large over the stage; at the beginning of an After. */
  Headline: {},
  /** A question of the quiz; contains Ask, Options and After. */
  Question: { id: 'needed' },
  /** A computed number of the stage, see numbers.ts. `layer` is a number or `last`. */
  Num: { of: 'needed', lane: 'may', layer: 'may', framework: 'may' },
  /** A word for lane `i`, in the lane's colour. */
  Lane: { i: 'needed' },
  /** The sentence to remember. */
  Mark: {},
  Aside: {},
  /** Instructions for the page, omitted on paper. */
  OnScreen: {},
  /** For the speaker's window only, at the end of a step. */
  Notes: {},
  /** The three questions of the first chapter, answered for all lanes on the stage; for the end of a chapter. */
  ThreeQuestions: {},
  /** A piece of code: one of CODE_IDS. */
  Code: { id: 'needed' },
} as const satisfies Record<string, Readonly<Record<string, 'needed' | 'may'>>>;

/** Code.tsx has a component for each id. */
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
  /** Whether it is shown before the question is answered. */
  readonly beforeAnswer: boolean;
  /** The quiz question that contains it; `null` outside a quiz. */
  readonly question: string | null;
}

export interface OutlineStep {
  readonly id: string;
  readonly title: string;
  readonly question: OutlineQuestion | null;
  /** Questions of a quiz. */
  readonly questions: readonly (OutlineQuestion & { readonly id: string })[];
  readonly numbers: readonly OutlineNumber[];
  /** Numbers in the speaker's notes, and the length of the notes in letters. */
  readonly noted: readonly OutlineNumber[];
  readonly notedLetters: number;
  readonly lanes: readonly number[];
  readonly codes: readonly string[];
  /** Whether it ends with the three questions. */
  readonly threeQuestions: boolean;
  /** TeX source of the formulas in the text. */
  readonly formulas: readonly string[];
  readonly letters: number;
}

/** Facts about a chapter's text that the compiler extracts (scripts/remarkLesson.ts). */
export interface Outline {
  readonly steps: readonly OutlineStep[];
}
