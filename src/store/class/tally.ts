/** Shows of hands: how many chose each answer, round after round. */

/** Counts by the answer's id; answers nobody chose may be absent. */
export type Round = Readonly<Record<string, number>>;

export interface Tally {
  /** The last round is being counted; earlier ones are kept for comparison. */
  readonly rounds: readonly Round[];
  /** Whether the class sees the bars. */
  readonly shown: boolean;
}

export const NO_VOTES: Tally = { rounds: [{}], shown: false };

/** Largest count; no lecture hall holds more people. */
const MAX_HANDS = 9999;

const clampCount = (count: number): number =>
  Number.isFinite(count) ? Math.min(MAX_HANDS, Math.max(0, Math.round(count))) : 0;

/** Sets the count of one answer in the last round, clamped to the allowed range. */
export function withCount(tally: Tally, option: string, count: number): Tally {
  const last = tally.rounds.length - 1;
  const round = { ...tally.rounds[last], [option]: clampCount(count) };
  return { ...tally, rounds: tally.rounds.with(last, round) };
}

/** Adds a new round, hidden until it is shown; returns the same tally if the last round is still empty. */
export const again = (tally: Tally): Tally =>
  handsOf(tally.rounds.at(-1) ?? {}) === 0
    ? tally
    : { rounds: [...tally.rounds, {}], shown: false };

/** Number of hands raised in a round. */
export const handsOf = (round: Round): number =>
  Object.values(round).reduce((sum, count) => sum + count, 0);

/** Share of the hands, 0 … 1; 0 if none was raised. */
export const shareOf = (round: Round, option: string): number =>
  (round[option] ?? 0) / Math.max(1, handsOf(round));

/** One count of the session, as a row of a file. */
export interface VoteRow {
  readonly chapter: string;
  readonly step: string;
  /** In the quiz only; empty elsewhere. */
  readonly question: string;
  readonly answer: string;
  /** Counted from 1. */
  readonly round: number;
  readonly count: number;
}

/** One row per answer and round, in the order of counting; `votes` by `chapter/step[/question]`. */
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
