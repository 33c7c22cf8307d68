/** Shows of hands: how many chose each answer, round after round. */

/** Counts by the answer's id; an answer nobody chose is not in it. */
export type Round = Readonly<Record<string, number>>;

export interface Tally {
  /** The last one is being counted; those before are kept to compare. */
  readonly rounds: readonly Round[];
  /** Whether the class sees the bars. */
  readonly shown: boolean;
}

export const NO_VOTES: Tally = { rounds: [{}], shown: false };

/** More than any lecture hall holds. */
const MAX_HANDS = 9999;

const clampCount = (count: number): number =>
  Number.isFinite(count) ? Math.min(MAX_HANDS, Math.max(0, Math.round(count))) : 0;

/** The count of one answer in the last round; a count of any size and sign becomes one that can be. */
export function withCount(tally: Tally, option: string, count: number): Tally {
  const last = tally.rounds.length - 1;
  const round = { ...tally.rounds[last], [option]: clampCount(count) };
  return { ...tally, rounds: tally.rounds.with(last, round) };
}

/** A new round, hidden until it is shown; nothing where the last one is still empty. */
export const again = (tally: Tally): Tally =>
  handsOf(tally.rounds.at(-1) ?? {}) === 0
    ? tally
    : { rounds: [...tally.rounds, {}], shown: false };

/** Everybody who raised a hand. */
export const handsOf = (round: Round): number =>
  Object.values(round).reduce((sum, count) => sum + count, 0);

/** Share of the hands, 0 … 1; 0 where none was raised. */
export const shareOf = (round: Round, option: string): number =>
  (round[option] ?? 0) / Math.max(1, handsOf(round));

/** A count of the session, for a file. */
export interface VoteRow {
  readonly chapter: string;
  readonly step: string;
  /** Of the quiz; empty elsewhere. */
  readonly question: string;
  readonly answer: string;
  /** From 1. */
  readonly round: number;
  readonly count: number;
}

/** One row per answer and round, in the order they were counted; `votes` by `chapter/step[/question]`. */
export const rowsOf = (votes: Readonly<Record<string, Tally>>): readonly VoteRow[] =>
  Object.entries(votes).flatMap(([key, { rounds }]) => {
    const [chapter = '', step = '', question = ''] = key.split('/');
    return rounds.flatMap((round, index) =>
      Object.entries(round).map(([answer, count]) => ({
        chapter,
        step,
        question,
        answer,
        round: index + 1,
        count,
      })),
    );
  });
