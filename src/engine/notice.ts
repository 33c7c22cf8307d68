/** Notices about values that a parser or a limit changed, as data; the sentences are in i18n. */
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
  /** A key given twice; the last value is used. */
  'repeated',
  'too-many-lanes',
  /** The data determine the number of inputs or the least number of outputs. */
  'fixed-by-data',
  /** A convolution was requested with examples that are not pictures. */
  'needs-pictures',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export interface Notice {
  readonly code: NoticeCode;
  /** Index of the lane, `null` for the settings common to all. */
  readonly lane: number | null;
  /** The link key, such as `depth`; for a parameter also its name: `lane.std`, `act.slope`. */
  readonly key: string;
  /** The given value and the one used instead, as written in a link; at most 60 characters. */
  readonly given: string;
  readonly used: string;
}

/** A value together with notices about it. */
export interface Noticed<T> {
  readonly value: T;
  readonly notices: readonly Notice[];
}

const LONGEST = 60;

export function notice(code: NoticeCode, key: string, given: string, used: string): Notice {
  const short = given.length > LONGEST ? `${given.slice(0, LONGEST - 1)}…` : given;
  return { code, lane: null, key, given: short, used };
}

/** The notices with their lane set. */
export const ofLane = (lane: number, notices: readonly Notice[]): readonly Notice[] =>
  notices.map((each) => ({ ...each, lane }));
