/** The form of the questions page's words in each language. Code and formulas of an entry are between backticks. */

export interface AnswerEntry {
  readonly ask: string;
  /** At most six lines. */
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
  /** By slug; a test requires an entry for every row of the table. */
  readonly entries: Readonly<Record<string, AnswerEntry>>;
}
