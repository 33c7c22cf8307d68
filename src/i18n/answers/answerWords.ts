/** What the questions page says, in every language. Code and formulas of an entry stand between backticks. */

export interface AnswerEntry {
  readonly ask: string;
  /** Six lines at most. */
  readonly answer: string;
}

export interface AnswerWords {
  readonly title: string;
  readonly lead: string;
  readonly search: string;
  readonly none: string;
  readonly found: (count: string) => string;
  readonly all: string;
  readonly subject: string;
  readonly back: string;
  readonly myth: string;
  readonly experiment: string;
  readonly openLab: string;
  readonly openRace: string;
  readonly openWeights: string;
  readonly openPapers: string;
  readonly cannot: string;
  readonly source: string;
  readonly next: string;
  readonly unknown: (slug: string) => string;
  readonly subjects: Readonly<Record<string, string>>;
  /** By slug; a test wants one for every row of the table. */
  readonly entries: Readonly<Record<string, AnswerEntry>>;
}
