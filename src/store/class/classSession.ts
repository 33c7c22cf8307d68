/** What a lecture keeps on this device until it is cleared: the clock, and the shows of hands. */
import * as v from 'valibot';
import { readStored, writeStored } from '../state/device.ts';
import { NO_VOTES } from './tally.ts';
import type { Tally } from './tally.ts';

const KEY = 'init-lab:class';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));

const Votes = v.object({
  rounds: v.pipe(v.array(v.record(v.string(), Count)), v.minLength(1)),
  shown: v.fallback(v.boolean(), false),
});

const Clock = v.object({
  /** When it was started, in milliseconds since 1970; `null` while it is stopped. */
  since: v.nullable(v.pipe(v.number(), v.finite())),
  /** Milliseconds counted before it was last started. */
  before: v.pipe(v.number(), v.finite(), v.minValue(0)),
});

/** An invalid entry (another version, edited by hand) is dropped; the others stay. */
const Session = v.object({
  version: v.literal(1),
  clock: v.fallback(v.nullable(Clock), null),
  votes: v.fallback(v.record(v.string(), v.unknown()), {}),
});

export interface Clock {
  readonly since: number | null;
  readonly before: number;
}

export interface ClassSession {
  readonly clock: Clock;
  /** By `chapter/step`, or `chapter/step/question` for the quiz. */
  readonly votes: Readonly<Record<string, Tally>>;
}

export const STOPPED: Clock = { since: null, before: 0 };
export const NEW_SESSION: ClassSession = { clock: STOPPED, votes: {} };

/** Reads a session from any value; invalid fields get their defaults. */
export function readSession(given: unknown): ClassSession {
  const read = v.safeParse(Session, given);
  if (!read.success) return NEW_SESSION;
  const votes = Object.entries(read.output.votes).flatMap(([key, value]) => {
    const tally = v.safeParse(Votes, value);
    return tally.success ? [[key, tally.output] as const] : [];
  });
  return { clock: read.output.clock ?? STOPPED, votes: Object.fromEntries(votes) };
}

/** The session as it is stored, and sent between windows. */
export const sessionFile = (session: ClassSession): object => ({ version: 1, ...session });

export function storedSession(): ClassSession {
  try {
    return readSession(JSON.parse(readStored(KEY) ?? 'null'));
  } catch {
    return NEW_SESSION;
  }
}

export const rememberSession = (session: ClassSession): void =>
  writeStored(KEY, JSON.stringify(sessionFile(session)));

/** Milliseconds on the clock at the moment `now`. */
export const elapsedMs = ({ since, before }: Clock, now: number): number =>
  before + (since === null ? 0 : Math.max(0, now - since));

export const tallyOf = ({ votes }: ClassSession, key: string): Tally => votes[key] ?? NO_VOTES;
