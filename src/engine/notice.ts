/** What a parser or a limit had to change, as data; the sentences are in i18n. */
export const NOTICE_CODES = [
  /** No such key in a link. */
  'unknown-key',
  /** No such initializer, activation, input, precision … */
  'unknown-value',
  /** The initializer or activation has no such parameter. */
  'unknown-parameter',
  /** Not a number where one is needed. */
  'not-a-number',
  /** Clamped. */
  'out-of-range',
  /** Neither `id` nor `id(key=value,…)`; read as far as possible. */
  'malformed',
  /** A key given twice; the last one counts. */
  'repeated',
  'too-many-lanes',
  /** The data have their own number of inputs, or need at least so many outputs. */
  'fixed-by-data',
  /** A convolution asked for with examples that are no pictures. */
  'needs-pictures',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export interface Notice {
  readonly code: NoticeCode;
  /** Index of the lane, `null` for the settings common to all. */
  readonly lane: number | null;
  /** The link key, `depth`; with the parameter, `lane.std` or `act.slope`. */
  readonly key: string;
  /** What was asked and what is used instead, as they would stand in a link; at most 60 characters. */
  readonly given: string;
  readonly used: string;
}

/** A value together with what had to be said about it. */
export interface Noticed<T> {
  readonly value: T;
  readonly notices: readonly Notice[];
}

const LONGEST = 60;

export function notice(code: NoticeCode, key: string, given: string, used: string): Notice {
  const short = given.length > LONGEST ? `${given.slice(0, LONGEST - 1)}…` : given;
  return { code, lane: null, key, given: short, used };
}

/** The notices, marked as one lane's. */
export const ofLane = (lane: number, notices: readonly Notice[]): readonly Notice[] =>
  notices.map((each) => ({ ...each, lane }));
